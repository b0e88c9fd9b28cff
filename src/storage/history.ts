/** What has been done on this device, newest first. A log that was saved alone is its own history and has no row there. */
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { ActionLabel } from './commit-action.ts';
import type { Database } from './database.ts';
import type { HistoryChange, HistoryRow } from './history-row.ts';
import { readLogChain } from './log-chain.ts';
import { getLogs, logTables } from './log-rows.ts';
import { listMadeBefore, listPromiseLogIds } from './many-logs.ts';
import { listCreatedLogs, passOver, readBatchLogs } from './pass-over-imports.ts';

export interface HistoryEntry {
  /** Names the action: undo takes it. */
  readonly tx: string;
  /** The author's clock. */
  readonly at: string;
  readonly label: ActionLabel;
  /** For a log, `f` is left out: {@link logs} has it. */
  readonly changes: readonly HistoryChange[];
  /** The logs that the action created, as they stand. */
  readonly logs: readonly StandingLog[];
  readonly batch?: string | undefined;
  readonly undoes?: string | undefined;
  /** The action that took this one back. */
  readonly undoneBy?: string | undefined;
}

/** Where a page ended: the last action with a row, and the last log that is its own history. */
export interface HistoryCursor {
  readonly n: number;
  readonly logId: string;
}
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Undefined on the last page. */
  readonly next: HistoryCursor | undefined;
}
export interface HistoryRange {
  readonly promiseId?: string | undefined;
  readonly after?: HistoryCursor | undefined;
  readonly size?: number | undefined;
  /** Of an action that created more logs than these, none is read. */
  readonly mostLogs?: number | undefined;
}

const start: HistoryCursor = { n: Number.MAX_SAFE_INTEGER, logId: '\uffff' };

/** A page of everything that was done, or of what was done in one promise, newest first. */
export const readHistoryPage = (
  db: Database,
  { promiseId, after = start, size = 50, mostLogs }: HistoryRange = {},
): Promise<HistoryPage> =>
  db.transaction('r', ['history', ...logTables], async () => {
    const rows = await readRows(db, promiseId, after.n, size + 1);
    const logs = await readOwnLogs(db, promiseId, after.logId, size + 1);
    const merged = mergeByTime(rows, logs);
    const page = merged.slice(0, size);
    const next = merged.length > size ? toCursor(page, after) : undefined;
    return { entries: await toEntries(db, page, mostLogs), next };
  });

/** Everything that was done to one record, newest first. For a log, to all that it has been. */
export const readRecordHistory = (db: Database, id: string): Promise<readonly HistoryEntry[]> =>
  db.transaction('r', ['history', ...logTables], async () => {
    const chain = await readLogChain(db, id);
    const ids = new Set([id, ...chain.map((log) => log.id)]);
    const rows = (
      await db.history
        .where('entities')
        .anyOf([...ids])
        .distinct()
        .toArray()
    ).filter((row) => row.changes.some((change) => ids.has(change.ent)));
    const recorded = new Set(rows.flatMap(listCreatedLogs));
    return toEntries(
      db,
      mergeByTime(
        rows,
        chain.filter((log) => !recorded.has(log.id)),
      ),
    );
  });

type Source = { readonly row: HistoryRow } | { readonly log: StandingLog };

const timeOf = (source: Source) => Date.parse('row' in source ? source.row.at : source.log.createdAt);

/** Both come in their own order, which is kept; between them the clock decides, since nothing depends on it. */
function mergeByTime(rows: readonly HistoryRow[], logs: readonly StandingLog[]): readonly Source[] {
  const left = rows.toSorted((one, other) => other.n - one.n).map((row): Source => ({ row }));
  const right = logs.toSorted((one, other) => (one.id < other.id ? 1 : -1)).map((log): Source => ({ log }));
  const merged: Source[] = [];
  while (left.length > 0 || right.length > 0) {
    const [first] = left;
    const [second] = right;
    const fromLeft = first !== undefined && (second === undefined || timeOf(first) >= timeOf(second));
    const taken = fromLeft ? left.shift() : right.shift();
    if (taken) merged.push(taken);
  }
  return merged;
}

function toCursor(page: readonly Source[], before: HistoryCursor): HistoryCursor {
  let { n, logId } = before;
  for (const source of page) {
    if ('row' in source) n = source.row.n;
    else logId = source.log.id;
  }
  return { n, logId };
}

async function readRows(db: Database, promiseId: string | undefined, below: number, size: number) {
  if (promiseId === undefined) return db.history.where('n').below(below).reverse().limit(size).toArray();
  const keys = await db.history.where('entities').equals(promiseId).primaryKeys();
  const wanted = keys
    .filter((n) => n < below)
    .sort((one, other) => other - one)
    .slice(0, size);
  return (await db.history.bulkGet(wanted)).filter((row) => row !== undefined);
}

/** Logs that are their own history, newest first: ids begin with the time they were made. */
async function readOwnLogs(db: Database, promiseId: string | undefined, below: string, size: number) {
  // An import may lie between: its logs are read in larger steps than a page.
  const chunk = Math.max(size, 200);
  const own: StandingLog[] = [];
  const created = new Set(await readBatchLogs(db));
  let cursor = await passOver(db, below, created);
  for (let isMore = true; isMore && own.length < size; ) {
    const logs = await readLogsBelow(db, promiseId, cursor, chunk);
    isMore = logs.length === chunk;
    const last = logs.at(-1)?.id;
    cursor = last === undefined ? cursor : await passOver(db, last, created);
    const unknown = logs.filter((log) => !created.has(log.id)).map((log) => log.id);
    const rows = await db.history.where('entities').anyOf(unknown).distinct().toArray();
    for (const id of rows.flatMap(listCreatedLogs)) created.add(id);
    own.push(...logs.filter((log) => !created.has(log.id)));
  }
  return own.slice(0, size);
}

async function readLogsBelow(db: Database, promiseId: string | undefined, below: string, size: number) {
  if (promiseId === undefined) return listMadeBefore(db, below, size);
  // Most often the latest logs of all are this promise's. Where they are not, its own keys are read, and no others.
  const near = (await listMadeBefore(db, below, size * 5)).filter((log) => log.promiseId === promiseId);
  if (near.length >= size) return near.slice(0, size);
  const ids = (await listPromiseLogIds(db, promiseId))
    .filter((id) => id < below)
    .sort()
    .reverse();
  return (await getLogs(db, ids.slice(0, size))).filter((log) => log !== undefined);
}

async function toEntries(
  db: Database,
  sources: readonly Source[],
  most = Number.POSITIVE_INFINITY,
): Promise<readonly HistoryEntry[]> {
  const listTold = (row: HistoryRow) => {
    const created = listCreatedLogs(row);
    return created.length > most ? [] : created;
  };
  const rows = sources.flatMap((source) => ('row' in source ? [source.row] : []));
  const own = sources.flatMap((source) => ('log' in source ? [source.log] : []));
  const undoing = await db.history
    .where('undoes')
    .anyOf(rows.map((row) => row.tx))
    .toArray();
  const undoneBy = new Map(undoing.map((row) => [row.undoes, row.tx]));
  const ids = [...rows.flatMap(listTold), ...own.flatMap((log) => [log.corrects, log.replacedBy])];
  const wanted = ids.filter((id) => id !== undefined);
  const known = (await getLogs(db, wanted)).filter((log) => log !== undefined);
  const logById = new Map(known.map((log) => [log.id, log]));
  return sources.map((source) => {
    if ('log' in source) return toLogEntry(source.log, logById);
    const { tx, at, label, changes, batch, undoes } = source.row;
    const logs = listTold(source.row).flatMap((id) => logById.get(id) ?? []);
    return { tx, at, label, changes, logs, batch, undoes, undoneBy: undoneBy.get(tx) };
  });
}

function toLogEntry(log: StandingLog, logById: ReadonlyMap<string, StandingLog>): HistoryEntry {
  const before = log.corrects === undefined ? undefined : logById.get(log.corrects);
  const after = log.replacedBy === undefined ? undefined : logById.get(log.replacedBy);
  const kind = log.corrects === undefined ? 'append' : 'correct';
  return {
    tx: log.id,
    at: log.createdAt,
    label: toLabel(log, before),
    changes: [{ id: log.id, kind, tbl: 'progressLogs', ent: log.id, scope: log.promiseId }],
    logs: [log],
    undoneBy: after?.withdrawn && !log.withdrawn ? after.id : undefined,
  };
}

function toLabel(log: StandingLog, before: StandingLog | undefined): ActionLabel {
  if (log.corrects === undefined) return 'log-created';
  if (log.withdrawn) return 'log-withdrawn';
  return before?.withdrawn ? 'log-restored' : 'log-corrected';
}
