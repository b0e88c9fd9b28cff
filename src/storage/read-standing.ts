import type { StoredRow } from '#domain/operations/operation.ts';
import type { PlannedWrite } from '#domain/operations/plan-operations.ts';
import type { TableName } from '#domain/records/tables.ts';
import { type Counting, readCounting } from './counting.ts';
import type { Database } from './database.ts';
import { type LogChain, readChain } from './log-chain.ts';
import { getLogs } from './log-rows.ts';

/** What stands before an action, as far as the action depends on it. */
export interface Standing {
  readonly findRow: (table: TableName, id: string) => StoredRow | undefined;
  readonly findPromise: (id: string) => StoredRow | undefined;
  /** By promise, for the promises whose logs the action writes. */
  readonly countings: ReadonlyMap<string, Counting | undefined>;
  readonly chain: LogChain;
}

/** Reads it in one round: the reads of an action do not wait for each other. */
export async function readStanding(db: Database, writes: readonly PlannedWrite[]): Promise<Standing> {
  const created = writes.filter((write) => write.kind === 'create');
  const logs = created.filter(({ table }) => table === 'progressLogs').map(({ record }) => record);
  const logScopes = new Set(logs.map(({ promiseId }) => promiseId));
  const scopes = new Set(created.map(({ record }) => record.promiseId).filter((scope) => !logScopes.has(scope)));
  const [rows, promises, countings, chain] = await Promise.all([
    readRows(db, writes),
    db.promises.bulkGet([...scopes]),
    readCountings(db, logScopes),
    readChain(
      db,
      logs.flatMap(({ corrects }) => (typeof corrects === 'string' ? [corrects] : [])),
    ),
  ]);
  const promiseById = new Map(
    [...promises, ...[...countings.values()].map((counting) => counting?.promise)].map((promise) => [
      promise?.id,
      promise,
    ]),
  );
  return {
    findRow: (table, id) => rows.get(`${table}/${id}`),
    findPromise: (id) => promiseById.get(id) as StoredRow | undefined,
    countings,
    chain,
  };
}

/** One row of any table. */
export const getRow = async (db: Database, table: TableName, id: string): Promise<StoredRow | undefined> =>
  (await getRows(db, table, [id]))[0];

/** Rows of any table, in the order asked for. */
export const getRows = async (
  db: Database,
  table: TableName,
  ids: readonly string[],
): Promise<readonly (StoredRow | undefined)[]> =>
  table === 'progressLogs'
    ? ((await getLogs(db, ids)) as readonly unknown[] as readonly (StoredRow | undefined)[])
    : db.table<StoredRow, string>(table).bulkGet([...ids]);

export async function readCountings(
  db: Database,
  promiseIds: Iterable<string>,
): Promise<ReadonlyMap<string, Counting | undefined>> {
  const ids = [...promiseIds];
  const countings = await Promise.all(ids.map((promiseId) => readCounting(db, promiseId)));
  return new Map(ids.map((promiseId, index) => [promiseId, countings[index]]));
}

async function readRows(db: Database, writes: readonly PlannedWrite[]): Promise<ReadonlyMap<string, StoredRow>> {
  const idsByTable = new Map<TableName, string[]>();
  for (const write of writes) {
    const ids = idsByTable.get(write.table) ?? [];
    idsByTable.set(write.table, ids);
    ids.push(write.kind === 'create' ? write.record.id : write.id);
  }
  const found = await Promise.all(
    [...idsByTable].map(async ([table, ids]) => {
      const rows: readonly (StoredRow | undefined)[] = await getRows(db, table, ids);
      return rows.flatMap((row) => (row ? [[`${table}/${row.id}`, row] as const] : []));
    }),
  );
  return new Map(found.flat());
}
