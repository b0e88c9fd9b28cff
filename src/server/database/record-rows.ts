import type { SyncedRow } from '#domain/delivery/synced-row.ts';
import type { Json } from '#domain/operations/operation.ts';

/** A row of the table `record`, without its space and table: as the queries here select it. */
export interface RecordRow {
  readonly id: string;
  readonly scope: string;
  /** As a text where it comes as a column. */
  readonly version: string | number;
  readonly deleted_at: string | null;
  readonly tags: Json;
  readonly fields: Readonly<Record<string, Json>>;
}

/** What is kept of a row beside its space, its table and its version. JSON columns as values, not as texts. */
export interface RecordColumns {
  readonly id: string;
  readonly scope: string;
  readonly version: number;
  readonly deleted_at: string | null;
  readonly tags: unknown;
  readonly fields: unknown;
}

/** In: a stored row. Out: the row as the decisions and the protocol know it. */
export const toSyncedRow = ({ id, scope, version, deleted_at, tags, fields }: RecordRow): SyncedRow => ({
  ...fields,
  id,
  promiseId: scope,
  version: Number(version),
  ...(deleted_at !== null && { deletedAt: deleted_at }),
  ...(tags !== null && { tags: tags as Readonly<Record<string, string>> }),
});

/** The way back. In: a row. Out: its columns. */
export function toRecordColumns(row: SyncedRow): RecordColumns {
  const { id, promiseId, version, deletedAt, tags, ...fields } = row;
  const isDeleted = typeof deletedAt === 'string';
  return { id, scope: promiseId, version, deleted_at: isDeleted ? deletedAt : null, tags: tags ?? null, fields };
}
