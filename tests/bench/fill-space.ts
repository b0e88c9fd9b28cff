/** A tenant full of rows, as they lie in the server's tables. */
import { sql } from 'kysely';
import type { RowSum } from '#domain/delivery/row-sum.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import { type SyncedRow, toRowKey } from '#domain/delivery/synced-row.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { ServerDatabase, SpaceIdentity } from '#server/database/server-database.ts';
import { moveRowSums } from '#server/exchange/draft.ts';
import { createDataSet, createLogs } from './page/data-set.ts';

export interface FilledRow {
  readonly table: TableName;
  readonly row: SyncedRow;
}

interface Row {
  readonly id: string;
  readonly promiseId: string;
}

/** In: how many logs. Out: all rows of the data set, by rising version. */
export function listRows(logs: number): readonly FilledRow[] {
  const today = new Date().toISOString().slice(0, 10);
  const { promises, activities, goals } = createDataSet(today);
  const tables: readonly (readonly [TableName, readonly Row[]])[] = [
    ['promises', promises],
    ['activities', activities],
    ['goals', goals],
    ['progressLogs', createLogs(logs, today)],
  ];
  return tables
    .flatMap(([table, list]) => list.map((row) => ({ table, row })))
    .map(({ table, row }, index) => ({ table, row: { ...row, version: index + 1 } }));
}

const rowsAtATime = 5000;

/**
 * Every row as an action of its own, as if it had been pushed. In: the database, people of one tenant who have accounts,
 * and the rows; each of them may then work in every promise.
 */
export async function fillSpace(
  database: ServerDatabase,
  people: readonly SpaceIdentity[],
  rows: readonly FilledRow[],
): Promise<void> {
  const [identity] = people;
  if (identity === undefined) throw new Error('Nobody to fill a space for');
  const { spaceId } = identity;
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    const given = rows.slice(from, from + rowsAtATime).map(({ table, row: { id, promiseId, version, ...fields } }) => ({
      ...{ tbl: table, id, scope: promiseId, version, fields },
    }));
    await database.inSpace(identity, (tx) =>
      sql`
        INSERT INTO record (space, tbl, id, scope, version, fields)
        SELECT ${spaceId}, tbl, id, scope, version, fields
        FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
          AS given (tbl text, id uuid, scope uuid, version bigint, fields jsonb)
      `.execute(tx),
    );
  }
  const sums = new Map<ScopeKey, RowSum>();
  for (const { table, row } of rows) moveRowSums(sums, toRowKey(table, row.id), row, 1);
  const promiseIds = rows.flatMap(({ table, row }) => (table === 'promises' ? [row.id] : []));
  await database.inSpace(identity, async (tx) => {
    for (const [key, { count, check }] of sums) {
      const sum = { space: spaceId, scope_key: key, rows: count, check_high: check[0], check_low: check[1] };
      await tx.insertInto('scope_sum').values(sum).execute();
    }
    for (const { userId } of people) {
      const right = { space: spaceId, user_id: userId, role: 'manager', lens: 'full', version: 1 };
      await tx
        .insertInto('member')
        .values(promiseIds.map((scope) => ({ ...right, scope })))
        .execute();
    }
    await tx.updateTable('space').set({ version: rows.length }).execute();
  });
}
