import type { Log } from '#server/guard/log-line.ts';

/** What sign-in needs from outside: a clock, luck, and the one computation that no web standard has. */
export interface PeoplePorts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bytes that nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
  /**
   * scrypt (RFC 7914). In: password and salt as bytes, cost N = 2^`costLog2`, r = 8, p = 1. Out: 32 bytes.
   * Takes 128 · 8 · N bytes of memory while it runs; whoever gives it sees to it that few run at once, and rejects with
   * `BusyError` when too many wait.
   */
  readonly scrypt: (password: Uint8Array, salt: Uint8Array, costLog2: number) => Promise<Uint8Array>;
  readonly log: Log;
}

/** Too much is waiting already; the same request may succeed later. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}
