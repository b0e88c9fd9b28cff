import type { Operation } from '#domain/operations/operation.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';

/** What a server said when it accepted an operation. */
export interface Receipt {
  readonly version: number;
  readonly receipt: string;
}

/** An operation in the outbox. `seq`: 1, 2, 3 … without holes for each identity of a device. */
export interface WaitingOperation {
  readonly seq: number;
  /** Absent when the operation was wiped: its place in the sequence is kept, nothing else. */
  readonly op?: Operation;
  /** Set when it was accepted before the server was restored from a backup. */
  readonly proof?: Receipt;
}

/** An operation that the server has, kept for a while in case the server loses it. */
export interface RingEntry {
  readonly id: string;
  readonly op: Operation;
  /** Absent when the answer brought none. */
  readonly proof?: Receipt;
  /** Its place among the others: entries are sent again in this order. */
  readonly n: number;
  /** Milliseconds of the server's clock when it was answered. */
  readonly keptAt: number;
}

/** A whole action that was refused: kept, with what its author wrote, until a person decides. */
export interface BoxEntry {
  readonly tx: string;
  readonly operations: readonly Operation[];
  readonly outcomes: readonly DeliveryOutcome[];
  /** Accepted, and then written over by somebody who had not seen it: named by the operation that holds now. */
  readonly isOvertaken?: true;
}

/** How long and how many (sync 2.4). */
export const ringLimits = { milliseconds: 35 * 86_400_000, entries: 20_000 } as const;
