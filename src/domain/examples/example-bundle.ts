import type { RecordOf, TableName } from '#domain/records/tables.ts';

/** Records of one or several tables, ready to be saved together. Every id they refer to is among them. */
export type ExampleBundle = { readonly [T in TableName]?: readonly RecordOf<T>[] };

/** What comes in from outside, so that the examples stay pure. */
export interface ExampleTools {
  /** A new UUIDv7, lower case. */
  readonly newId: () => string;
  /** The instant that the records are stamped with, ISO 8601. */
  readonly now: string;
}
