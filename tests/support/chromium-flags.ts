/**
 * How the tests start Chromium: it may run as root in a container without a graphics card, and it must not make
 * requests of its own, since every request that leaves the machine is a failed test.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
