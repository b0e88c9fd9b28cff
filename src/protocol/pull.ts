import * as z from 'zod/mini';
import { type DeliveryOutcome, deliveryKinds } from '#domain/delivery/delivery-outcome.ts';
import type { OvertakenChange } from '#domain/delivery/overtaken-change.ts';
import type { RowSum } from '#domain/delivery/row-sum.ts';
import { lenses, type Role, roles, type ScopeKey } from '#domain/delivery/scope-key.ts';
import type { SyncedRow } from '#domain/delivery/synced-row.ts';
import { idSchema, isId } from '#domain/records/fields.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { exchangeFailureSchema } from './exchange-failure.ts';

const version = z.int().check(z.gte(0));
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const scopeKey = z.string().check(z.regex(new RegExp(`^${uuid}:(${lenses.join('|')})$`)));
const toKeys = (keys: readonly string[]) => keys as readonly ScopeKey[];

/** Where a paging stands: up to which version it has come, what was the version and what was forgotten when it began. */
const pageSchema = z.object({
  start: version,
  began: version,
  horizon: version,
  scopes: z.array(scopeKey).check(z.maxLength(2000)),
});
export interface PullPage {
  readonly start: number;
  readonly began: number;
  readonly horizon: number;
  /** A scope that was dropped during the paging is not served again before the next pull. */
  readonly scopes: readonly ScopeKey[];
}

/** `POST /api/sync/v1/pull`. Cursors are hints: they grant nothing. A cursor of 0 asks for the scope as a whole. */
export interface PullRequest {
  readonly epoch: string;
  readonly dev: string;
  readonly acked: number;
  readonly cursors: Readonly<Record<ScopeKey, number>>;
  readonly page?: PullPage;
  /** The device keeps its rows readable: what is protected is not for it (guard P12). */
  readonly open?: boolean;
}

const pullSchema = z.object({
  epoch: z.string().check(z.maxLength(64)),
  dev: idSchema,
  acked: version,
  cursors: z.record(scopeKey, version).check(z.refine((cursors) => Object.keys(cursors).length <= 2000)),
  page: z.optional(pageSchema),
  open: z.optional(z.boolean()),
});

/** Reads a pull. In: parsed JSON. Out: undefined when it is malformed. */
export function readPullRequest(value: unknown): PullRequest | undefined {
  const parsed = pullSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { page, open, cursors, ...rest } = parsed.data;
  return { ...rest, cursors, ...(open && { open }), ...(page && { page: { ...page, scopes: toKeys(page.scopes) } }) };
}

/** How a scope is served: all of it, in place of what the device has, or what changed after its cursor. */
export interface ServedScope {
  readonly mode: 'whole' | 'changes';
  readonly role: Role;
}

export interface PulledRow {
  readonly table: TableName;
  readonly row: SyncedRow;
}

/** A row that is no longer for this person, or was erased for everybody (`wiped`: every trace of it goes). */
export interface GoneRow {
  readonly table: TableName;
  readonly id: string;
  readonly promiseId: string;
  readonly version: number;
  readonly wiped?: boolean;
}

/** One page. Everything in it is of one snapshot; on the last page that is all there is up to `version`. */
export interface Pulled {
  readonly kind: 'pulled';
  readonly epoch: string;
  /** Milliseconds of the server's clock, to be shown and never to be decided by. */
  readonly now: number;
  readonly version: number;
  /** Scopes that the device named and this person may no longer see. */
  readonly drop: readonly ScopeKey[];
  readonly scopes: Readonly<Record<ScopeKey, ServedScope>>;
  /** Scopes that this person may see since the paging began: served by the next pull. */
  readonly later: readonly ScopeKey[];
  readonly rows: readonly PulledRow[];
  readonly gone: readonly GoneRow[];
  /** Set while there is more. */
  readonly next?: PullPage;
  /** How far this device's operations are processed, and how far `outcomes` reaches. On the last page only. */
  readonly device?: { readonly lastSeq: number; readonly answeredTo: number };
  readonly outcomes: readonly DeliveryOutcome[];
  /** Of this page's rows: what others laid over this person's changes without having seen them. To be told, no more. */
  readonly overtaken?: readonly OvertakenChange[];
  /** Promises that this person may see, and an open device may not keep. */
  readonly withheld?: number;
  /** Of the live rows that this person sees, by scope. On the last page only. */
  readonly sums: Readonly<Record<ScopeKey, RowSum>>;
}

const word = z.uint32();
const standingFieldSchema = z.object({
  field: z.string(),
  value: z.optional(z.unknown()),
  tag: z.nullable(z.string()),
  by: z.optional(z.string()),
});
const overtakenSchema = z.object({
  id: z.string(),
  table: z.enum(tableNames as readonly [TableName, ...TableName[]]),
  ent: idSchema,
  promiseId: idSchema,
  by: z.optional(z.string()),
  fields: z.array(z.object({ field: z.string(), mine: z.optional(z.unknown()), theirs: z.optional(z.unknown()) })),
});
const outcomeSchema = z.object({
  seq: version,
  id: z.string(),
  kind: z.enum(deliveryKinds),
  code: z.optional(z.string()),
  fields: z.optional(z.array(standingFieldSchema)),
  version: z.optional(version),
  receipt: z.optional(z.string()),
});
const tableSchema = z.enum(tableNames as readonly [TableName, ...TableName[]]);
const knownTables: ReadonlySet<unknown> = new Set(tableNames);
// Rows are read tolerantly (sync 2.13): a newer server's fields are kept as they are. A first sync brings a hundred thousand,
// and a schema would make a copy of each.
const isPulledRow = (value: unknown): boolean => {
  if (!isObject(value) || !knownTables.has(value.table) || !isObject(value.row)) return false;
  const { id, promiseId, version: ofRow } = value.row;
  return isName(id) && isName(promiseId) && Number.isSafeInteger(ofRow) && Number(ofRow) >= 0;
};
const isName = (value: unknown): boolean => typeof value === 'string' && isId(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const rowsSchema = z.custom<readonly PulledRow[]>((value) => Array.isArray(value) && value.every(isPulledRow));
const pulledSchema = z.object({
  kind: z.literal('pulled'),
  epoch: z.string(),
  now: z.number(),
  version,
  drop: z.array(scopeKey),
  later: z.array(scopeKey),
  scopes: z.record(scopeKey, z.object({ mode: z.enum(['whole', 'changes']), role: z.enum(roles) })),
  rows: rowsSchema,
  gone: z.array(
    z.object({ table: tableSchema, id: idSchema, promiseId: idSchema, version, wiped: z.optional(z.boolean()) }),
  ),
  next: z.optional(pageSchema),
  device: z.optional(z.object({ lastSeq: version, answeredTo: version })),
  outcomes: z.array(outcomeSchema),
  overtaken: z.optional(z.array(overtakenSchema)),
  withheld: z.optional(z.int()),
  sums: z.record(scopeKey, z.object({ count: z.int(), check: z.tuple([word, word]) })),
});

const pullAnswerSchema = z.discriminatedUnion('kind', [pulledSchema, ...exchangeFailureSchema.def.options]);
export type PullAnswer = Pulled | z.infer<typeof exchangeFailureSchema>;

/** Reads an answer to a pull. In: parsed JSON. Out: undefined when it does not speak our protocol. */
export function readPullAnswer(value: unknown): PullAnswer | undefined {
  const parsed = pullAnswerSchema.safeParse(value);
  // The schema has checked what the types say; keys of scopes are plain texts to it.
  return parsed.success ? (parsed.data as PullAnswer) : undefined;
}

const nextSchema = z.object({ kind: z.literal('pulled'), next: pageSchema });

/** In: an answer to a pull, parsed and not yet read. Out: the page after it; undefined when there is none, or no sense in it. */
export function readNextPage(value: unknown): PullPage | undefined {
  const parsed = nextSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { next } = parsed.data;
  return { ...next, scopes: toKeys(next.scopes) };
}
