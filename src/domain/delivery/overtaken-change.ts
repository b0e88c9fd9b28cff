import type { Json } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';

/** What one person had written into a field, and what somebody who had not seen it wrote over it. */
export interface OvertakenField {
  readonly field: string;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** Somebody else's change that lies over this person's, without its author having seen it (sync 2.6, class `set`). */
export interface OvertakenChange {
  /** The operation that holds now. */
  readonly id: string;
  readonly table: TableName;
  readonly ent: string;
  readonly promiseId: string;
  /** Who wrote it, by the name that others see. */
  readonly by?: string;
  readonly fields: readonly OvertakenField[];
}
