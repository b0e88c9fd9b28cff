/** What a change is: the shape that history keeps and that a device and a server will exchange (sync 2.5). */
import type { TableName } from '#domain/records/tables.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export const operationKinds = [
  'create',
  'set',
  'guard',
  'add',
  'remove',
  'append',
  'correct',
  'delete',
  'restore',
] as const;
export type OperationKind = (typeof operationKinds)[number];

/**
 * One change of one row. `dev` and `seq` of the protocol exist only with a backend and are added by it.
 * `f`: whole field units; `null` removes an optional one. For `add` the members, for `remove` their keys, and for a
 * member field in `set` the keys in their new order.
 * `base`: per field (`parties`) or member (`parties/<key>`) the tag that its author saw.
 */
export interface Operation {
  readonly v: 1;
  readonly id: string;
  readonly tx: string;
  readonly txi: number;
  readonly txn: number;
  readonly sv: number;
  readonly kind: OperationKind;
  readonly tbl: TableName;
  readonly ent: string;
  readonly scope: string;
  readonly f?: Readonly<Record<string, Json>>;
  readonly base?: Readonly<Record<string, string | null>>;
  readonly at: string;
  readonly skew?: number;
}

/** A row as operations see it: JSON fields, and the tags of those that were written after its creation. */
export interface StoredRow {
  readonly id: string;
  readonly promiseId: string;
  /** Field or member → operation that last wrote it; `*` stands for every field that is not named. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** The schema version that this code writes. */
export const schemaVersion = 1;

/** Upper limits of one operation and one action (sync 2.5). */
export const operationLimits = { operationBytes: 64 * 1024, actionOperations: 200, actionBytes: 512 * 1024 } as const;

/**
 * Bytes of a text in UTF-8, without an encoder (the domain has no platform).
 * In: any text. Out: a whole number; a lone surrogate counts 3, as its replacement does.
 */
export function countBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

const measured = new WeakMap<object, number>();

/**
 * What an operation weighs on its way and in the limits of sync 2.5. In: an operation; like all of them it is never
 * changed, so what was measured once is remembered. Out: bytes of its JSON in UTF-8.
 */
export function measureOperation(op: Operation): number {
  const known = measured.get(op);
  if (known !== undefined) return known;
  const bytes = countBytes(JSON.stringify(op));
  measured.set(op, bytes);
  return bytes;
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
