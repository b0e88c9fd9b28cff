/**
 * What went wrong in the database, for those who can do something about it.
 * `busy`: a lock, a limit of time or a full pool; the same may succeed later. `unavailable`: no database, or it went
 * away. `conflict`: something with this key is there already.
 */
export type DatabaseFault = 'busy' | 'unavailable' | 'conflict';

/** Nobody let go of the connection in time. */
export class ConnectionQueueError extends Error {
  override readonly name = 'ConnectionQueueError';
}

/** SQLSTATE codes: serialization, deadlock, lock not available, statement time-out, disk full, too many connections. */
const busyCodes = new Set(['40001', '40P01', '55P03', '57014', '53100', '53300']);
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
/** What the driver says without a code. */
const lostConnection = /connection terminated|client has encountered a connection error|pglite is clos/i;
const poolIsFull = /timeout exceeded when trying to connect/i;

/**
 * Reads an error of either engine. In: anything thrown. Out: the fault, or undefined for what is no matter of the
 * database's state: a mistake in a query, or an error of the work itself.
 */
export function findDatabaseFault(error: unknown): DatabaseFault | undefined {
  if (error instanceof ConnectionQueueError) return 'busy';
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '23505') return 'conflict';
  if (busyCodes.has(code) || poolIsFull.test(error.message)) return 'busy';
  // Classes 08 and 57P: no connection, or the server is going down.
  if (code.startsWith('08') || code.startsWith('57P') || networkCodes.has(code)) return 'unavailable';
  return lostConnection.test(error.message) ? 'unavailable' : undefined;
}

/** Codes of a crowd: serialization, deadlock, lock not available, too many connections. A statement's own time-out is none. */
const crowdCodes = new Set(['40001', '40P01', '55P03', '53300']);

/**
 * Whether a failure is due to others who wanted the same at the same time. In: anything thrown. Out: false also for what
 * one request can bring about alone: a statement that takes too long, a full disk, a database that went away.
 */
export function isCrowded(error: unknown): boolean {
  if (error instanceof ConnectionQueueError) return true;
  if (!(error instanceof Error)) return false;
  return ('code' in error && crowdCodes.has(String(error.code))) || poolIsFull.test(error.message);
}
