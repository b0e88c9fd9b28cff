import { publicPolicy } from '#domain/public-page/public-style.ts';

/** Headers of every response (guard T7, T8, T33). Each one closes a way in; widen none without a measurement. */

/**
 * React Aria stops the page behind a dialog from scrolling on iOS with this constant `<style>`, and offers no other way.
 * The hash allows exactly that text and no other inline style; a test recomputes it from the installed package.
 */
export const scrollLockStyleHash = 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${scrollLockStyleHash}'`,
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types mlo-url',
].join('; ');

/**
 * Camera for reading a QR code, nothing else that can watch a person or reach a device.
 * Full screen, clipboard, wake lock and sharing are left at the browser's default, which is this origin only.
 */
const permissionsPolicy = [
  'camera=(self)',
  ...[
    'accelerometer',
    'autoplay',
    'browsing-topics',
    'display-capture',
    'encrypted-media',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'picture-in-picture',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
].join(', ');

const always: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissionsPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const localHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is this machine itself, the one place where plain HTTP is safe. In: a parsed address. */
export const isThisMachine = (url: URL): boolean => localHosts.has(url.hostname);

/**
 * The headers that every answer to a request carries.
 * In: the address asked for. Out: header names in lower case with their values.
 * HSTS is left out on this machine over plain HTTP: it would lock other work on localhost out of it.
 */
export function toSecurityHeaders(url: URL): Readonly<Record<string, string>> {
  if (url.protocol === 'http:' && isThisMachine(url)) return always;
  return { ...always, 'strict-transport-security': 'max-age=31536000' };
}

/**
 * The headers of a published page and its files: anybody may frame it or read it, and it loads nothing but its own style.
 * In: the address asked for. Out: as {@link toSecurityHeaders}.
 */
export const toPublicHeaders = (url: URL): Readonly<Record<string, string>> => ({
  ...toSecurityHeaders(url),
  'content-security-policy': `${publicPolicy}; img-src data:; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
});
