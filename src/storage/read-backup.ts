/** Everything that a backup holds, read in one transaction: what is saved meanwhile is in the next one. */

import { Dexie } from 'dexie';
import type { StoredRow } from '#domain/operations/operation.ts';
import { checkRow } from '#domain/record-files/check-rows.ts';
import { isPlainJson } from '#domain/record-files/plain-json.ts';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { type DraftRow, listUnsavedDrafts } from './drafts.ts';
import { mentions } from './forget-mentions.ts';
import type { HistoryRow } from './history-row.ts';
import type { LogPack } from './pack-rows.ts';
import { listRegisters } from './registers.ts';
import { judgeHistory } from './restore-history.ts';
import { runTransaction } from './run-transaction.ts';

const tables = [...tableNames, 'logPacks', 'history', 'drafts', 'settings', 'goalTotals', 'meta'];

/** What a backup says of itself. Whoever opens it counts for themselves. */
export interface BackupAbout {
  /** Rows by table, without those that are broken. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
  /** The first and the last day of the logs; empty where there are none. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Whether playing history gives the rows. */
  readonly history: 'whole' | 'partial';
  /** Rows that no schema reads: they are carried apart, and are not put back. */
  readonly broken: number;
}

/** How far the device had come when it was read. */
export interface BackupPoint {
  readonly lastN: number;
  readonly logs: number;
}

/**
 * Reads what belongs to somebody, by table, and beside the tables `history`, `drafts`, `settings`, `registers` (what was
 * disposed of and handed out), `figures` (the tally of every goal, by which a reader checks its own) and `broken`: no examples, and nothing of the device itself (who it is to a server, what waits to be
 * sent, marks of its storage). In: where rows go, some hundreds at a time; it is called inside the transaction, must not
 * wait for anything, and what it throws ends the reading. Out: what was read.
 */
export const readBackup = (
  db: Database,
  use: (table: string, rows: readonly unknown[]) => void,
): Promise<{ readonly about: BackupAbout; readonly point: BackupPoint }> => {
  // Dexie follows what is awaited from inside; packing and checksums are no business of the transaction.
  const give = (table: string, rows: readonly unknown[]) => {
    if (rows.length > 0) Dexie.ignoreTransaction(() => use(table, rows));
  };
  return runTransaction(db, 'r', tables, () => readAll(db, give));
};

type Give = (table: string, rows: readonly unknown[]) => void;

async function readAll(db: Database, give: Give) {
  const promises: readonly StoredRow[] = await db.table<StoredRow>('promises').toArray();
  const [own, examples] = [new Set<string>(), new Set<string>()];
  for (const { id, example } of promises) (example === undefined ? own : examples).add(id);
  const reading: Reading = { give, own, left: examples, rows: new Map(), firstDay: '', lastDay: '', broken: 0 };
  for (const table of tableNames) {
    await forEachPage<StoredRow>(db, table, (page) => takeRows(reading, table, page));
    if (table === 'progressLogs') await forEachPage<LogPack>(db, 'logPacks', (packs) => takePacks(reading, packs));
  }
  const history = await readHistory(db, own);
  give('history', history);
  await giveBeside(db, reading);

  const lastRow = await db.history.orderBy('n').last();
  const { rows, broken, firstDay, lastDay } = reading;
  const counts = Object.fromEntries(Array.from(rows, ([table, kept]) => [table, kept.length]));
  const isWhole = broken === 0 && judgeHistory(rows, history) === 'whole';
  const about: BackupAbout = { counts, firstDay, lastDay, history: isWhole ? 'whole' : 'partial', broken };
  return { about, point: { lastN: lastRow?.n ?? 0, logs: counts.progressLogs ?? 0 } };
}

interface Reading {
  readonly give: Give;
  /** Promises that are somebody's work. */
  readonly own: ReadonlySet<string>;
  /** Ids that stay here: of examples. */
  readonly left: Set<string>;
  /** Of a log its name is enough once it has been handed over. */
  readonly rows: Map<TableName, StoredRow[]>;
  firstDay: string;
  lastDay: string;
  broken: number;
}

function takeRows(reading: Reading, table: TableName, read: readonly StoredRow[]): void {
  const kept = read.flatMap((row) => judgeOwn(reading, table, row) ?? []);
  reading.give(table, kept);
  if (kept.length === 0) return;
  const known = reading.rows.get(table) ?? [];
  reading.rows.set(table, known);
  if (table !== 'progressLogs') {
    known.push(...kept);
    return;
  }
  for (const { id, promiseId, date } of kept) {
    known.push({ id, promiseId });
    const day = String(date);
    if (reading.firstDay === '' || day < reading.firstDay) reading.firstDay = day;
    if (day > reading.lastDay) reading.lastDay = day;
  }
}

const takePacks = (reading: Reading, packs: readonly LogPack[]): void =>
  takeRows(
    reading,
    'progressLogs',
    packs.flatMap(({ logs }) => logs as unknown as readonly StoredRow[]),
  );

/** Undefined for what is an example's, and for a row that no schema reads, which is carried apart. */
function judgeOwn(reading: Reading, table: TableName, row: StoredRow): StoredRow | undefined {
  if (!reading.own.has(row.promiseId)) {
    reading.left.add(row.id);
    return undefined;
  }
  const checked = checkRow(table, row);
  if (typeof checked !== 'string') return checked;
  reading.broken += 1;
  reading.give('broken', [{ table, row }]);
  return undefined;
}

async function giveBeside(db: Database, { give, own, left }: Reading): Promise<void> {
  const drafts = await db.drafts.toArray();
  const latest = new Map([...drafts, ...listUnsavedDrafts(db)].map((draft) => [draft.key, draft]));
  give(
    'drafts',
    [...latest.values()].filter((draft) => isOwnDraft(draft, left)),
  );
  give('settings', await db.settings.toArray());
  give(
    'registers',
    (await listRegisters(db)).filter((entry) => !mentions(JSON.stringify(entry), left)),
  );
  const totals = await db.goalTotals.toArray();
  give(
    'figures',
    totals.flatMap(({ goalId, promiseId, tally }) => (own.has(promiseId) ? [{ goalId, tally }] : [])),
  );
}

const pageSize = 500;
/** A pack holds some dozens of logs. */
const packPage = 20;

async function forEachPage<T>(db: Database, table: string, use: (rows: readonly T[]) => void): Promise<void> {
  const store = db.table<T>(table);
  const size = table === 'logPacks' ? packPage : pageSize;
  const keyOf = (row: T | undefined) => {
    if (row === undefined) return undefined;
    const { keyPath } = store.schema.primKey;
    const read = (name: string) => (row as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(keyPath) ? keyPath.map(read) : read(String(keyPath));
  };
  let page = await store.toCollection().limit(size).toArray();
  while (page.length > 0) {
    use(page);
    if (page.length < size) return;
    page = await store
      .where(':id')
      .above(keyOf(page.at(-1)))
      .limit(size)
      .toArray();
  }
}

/** What an action did to examples is left out of it, and an action that did nothing else. */
async function readHistory(db: Database, own: ReadonlySet<string>): Promise<readonly HistoryRow[]> {
  const rows: HistoryRow[] = [];
  await forEachPage<HistoryRow>(db, 'history', (page) => {
    for (const row of page) {
      const changes = row.changes.filter(({ scope }) => own.has(scope));
      if (changes.length === row.changes.length) rows.push(row);
      else if (changes.length > 0)
        rows.push({ ...row, changes, entities: [...new Set(changes.flatMap(({ ent, scope }) => [ent, scope]))] });
    }
  });
  return rows;
}

const longestDraft = 1_000_000;

/** A draft about an example stays where the example is. */
function isOwnDraft(draft: DraftRow, left: ReadonlySet<string>): boolean {
  const text = JSON.stringify(draft);
  if (text.length > longestDraft || !isPlainJson(JSON.parse(text))) return false;
  return !mentions(text, left);
}
