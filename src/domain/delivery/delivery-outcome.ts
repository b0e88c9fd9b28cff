import type { StandingField } from '#domain/operations/apply-operation.ts';

/**
 * What became of an operation on the server (sync 2.7, 2.14). `superseded` and `parked` only after a restore: accepted
 * once, and now older than what stands, or waiting for the row that it changes.
 */
export const deliveryKinds = ['applied', 'concurrent', 'conflict', 'rejected', 'superseded', 'parked'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** What stood when an operation came. */
export interface ToldField extends StandingField {
  /** Who wrote it, by the name that others see; told to those only who see everything of the promise. */
  readonly by?: string;
}

export interface DeliveryOutcome {
  readonly seq: number;
  readonly id: string;
  readonly kind: DeliveryKind;
  /** Why it was refused. */
  readonly code?: string;
  /** What stood when it came: written over, kept, or in its way. Only what its author may see. */
  readonly fields?: readonly ToldField[];
  /** The version it was first accepted under. It stays the same when a restored server accepts it again. */
  readonly version?: number;
  /** The server's word that it accepted this operation of this person under this version. */
  readonly receipt?: string;
}

/** Whether the server keeps the operation: everything but a refusal. */
export const isAccepted = (kind: DeliveryKind): boolean => kind !== 'conflict' && kind !== 'rejected';
