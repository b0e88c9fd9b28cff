import type { ColumnType, JSONColumnType } from 'kysely';
import type { Json } from '#domain/operations/operation.ts';
import type { PeopleTables } from './people-tables.ts';

/**
 * The columns as both databases hand them out: ids in lower case, `bigint` and moments as text. A moment reads
 * `2026-11-21 12:00:00.5+00`. Numbers go in as numbers or text.
 */
type Whole = ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
type GivenWhole = ColumnType<string, string | number | bigint, string | number | bigint>;
/** Left out, the database's own clock says it. */
type Moment = ColumnType<string, string | undefined, string>;
type MomentOrNone = ColumnType<string | null, string | null | undefined, string | null>;
/** Written as the text of JSON, read as what it says. */
type JsonOrNone = ColumnType<Json, string | null | undefined, string | null>;
type OrNone<T> = ColumnType<T | null, T | null | undefined, T | null>;
type WithDefault<T> = ColumnType<T, T | undefined, T>;

export interface SpaceTable {
  readonly id: string;
  readonly name: WithDefault<string>;
  readonly epoch: string;
  readonly version: Whole;
  readonly horizon: Whole;
  readonly schema: WithDefault<number>;
  readonly min_client: WithDefault<number>;
  readonly made_at: Moment;
}

export interface DeviceTable {
  readonly space: string;
  readonly id: string;
  readonly user_id: string;
  readonly last_seq: GivenWhole;
  readonly acked: GivenWhole;
  readonly seen_at: Moment;
}

export interface OpSequenceTable {
  readonly space: string;
  readonly dev: string;
  readonly seq: GivenWhole;
  readonly op_id: string | null;
}

export interface OpResultTable {
  readonly space: string;
  readonly op_id: string;
  readonly user_id: string;
  /** Of the promise it named, if any: decides who may read `fields`. */
  readonly scope: OrNone<string>;
  readonly kind: string;
  readonly code: OrNone<string>;
  readonly fields: JsonOrNone;
  /** The id of the row that `fields` are of. */
  readonly fields_of: OrNone<string>;
  readonly version: GivenWhole;
  readonly original: GivenWhole;
  readonly digest: string;
  readonly answered_at: Moment;
}

export interface OpAttemptTable {
  readonly space: string;
  readonly dev: string;
  readonly op_id: string;
  readonly n: number;
}

export interface RecordTable {
  readonly space: string;
  readonly tbl: string;
  readonly id: string;
  readonly scope: string;
  readonly version: GivenWhole;
  readonly deleted_at: OrNone<string>;
  readonly tags: JsonOrNone;
  readonly fields: JSONColumnType<Readonly<Record<string, Json>>, string, string>;
}

export interface ScopeSumTable {
  readonly space: string;
  readonly scope_key: string;
  readonly rows: GivenWhole;
  readonly check_high: GivenWhole;
  readonly check_low: GivenWhole;
}

export interface MemberTable {
  readonly space: string;
  readonly user_id: string;
  readonly scope: string;
  readonly role: string;
  readonly lens: string;
  readonly version: GivenWhole;
  readonly revoked_at: MomentOrNone;
}

export interface HistoryTable {
  readonly space: string;
  readonly version: GivenWhole;
  readonly n: number;
  readonly user_id: string;
  readonly tbl: string;
  readonly ent: string;
  readonly op: JSONColumnType<Readonly<Record<string, Json>>, string, string>;
  readonly placed_at: ColumnType<string | null, string | number | null | undefined, never>;
  readonly received_at: GivenWhole;
}

export interface ErasureTable {
  readonly space: string;
  readonly tbl: string;
  readonly id: string;
  readonly scope: string;
  readonly version: GivenWhole;
  readonly decision_ref: string;
  readonly erased_at: Moment;
}

export interface ParkedTable {
  readonly space: string;
  readonly tx: string;
  readonly user_id: string;
  readonly operations: JSONColumnType<readonly Json[], string, string>;
  readonly parked_at: GivenWhole;
}

export interface AccessLogTable {
  readonly space: string;
  /** Number and hash are given by the database. */
  readonly n: ColumnType<string, never, never>;
  readonly at: ColumnType<string, number, never>;
  readonly who: ColumnType<string | null, string | null, never>;
  readonly about: ColumnType<string | null, string | null, never>;
  readonly event: ColumnType<string, string, never>;
  /** The text of JSON, as it was written. */
  readonly facts: ColumnType<string, string, never>;
  readonly hash: ColumnType<string, never, never>;
}

/** Tables that carry `space`: what the policies guard (migration 1). */
export interface SpaceTables {
  readonly space: SpaceTable;
  readonly device: DeviceTable;
  readonly op_sequence: OpSequenceTable;
  readonly op_result: OpResultTable;
  readonly op_attempt: OpAttemptTable;
  readonly record: RecordTable;
  readonly scope_sum: ScopeSumTable;
  readonly member: MemberTable;
  readonly history: HistoryTable;
  readonly erasure: ErasureTable;
  readonly parked: ParkedTable;
  readonly access_log: AccessLogTable;
}

/** Every table, by name. Whoever brings a migration adds the types of its tables here. */
export interface ServerTables extends SpaceTables, PeopleTables {}
