import { Dexie, type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { RowKey, SyncedRow } from '#domain/delivery/synced-row.ts';
import type { BoxEntry, RingEntry, WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Tally } from '#domain/progress/tally.ts';
import type { RecordOf, TableName } from '#domain/records/tables.ts';
import type { DraftRow } from './drafts.ts';
import type { HistoryRow } from './history-row.ts';
import {
  type LogPack,
  openPack,
  openPlaces,
  type PackPlaces,
  type StoredPack,
  type StoredPlaces,
} from './pack-rows.ts';
import { getSealLayer } from './row-seal.ts';
import { retire } from './running-actions.ts';
import { guardUpgrades } from './upgrade-opening.ts';

/** Operation ids by field: which operation last wrote it (sync 2.3). Absent on logs, whose id is their identity. */
export interface Tagged {
  readonly tags?: Readonly<Record<string, string>>;
}
export type Row<T extends TableName> = T extends 'progressLogs' ? StandingLog : RecordOf<T> & Tagged;

/** A goal's tally over its whole time: what the overview reads, one row per goal. */
export interface GoalTotal {
  readonly goalId: string;
  readonly promiseId: string;
  readonly tally: Tally;
}
/**
 * A goal's tallies of up to ten days: what charts read. A row for each day would take a fifth of the disk, most of it
 * keys and names; a whole month in a row makes every save write what the month has become.
 */
export interface GoalStretch {
  readonly goalId: string;
  /** `YYYY-MM-D`: the day without its last digit. */
  readonly stretch: string;
  /** By day; days without anything are left out. */
  readonly byDay: Readonly<Record<string, Tally>>;
}
export interface SettingRow {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
/** A row as the server has it, kept while waiting operations change what is shown. */
export interface BaseRow {
  readonly key: RowKey;
  readonly promiseId: string;
  readonly row: SyncedRow;
}
/** Accepted operations that were answered together (see `ring.ts`). */
export interface RingPart {
  /** The place of the first. */
  readonly n: number;
  readonly entries: readonly RingEntry[];
}
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * One compound index where a table needs one and none where it does not: every index is paid for on every save.
 * Rows of a promise are few except its logs; logs are read by promise and day, and by activity.
 */
const schema = {
  promises: 'id',
  focusAreas: 'id, promiseId',
  activities: 'id, promiseId',
  goals: 'id, promiseId',
  progressLogs: 'id, [promiseId+date], *activityIds',
  measurements: 'id, promiseId',
  deviations: 'id, promiseId',
  assessments: 'id, promiseId',
  comments: 'id, promiseId',
  feedback: 'id, promiseId',
  meetings: 'id, promiseId',
  followUps: 'id, promiseId',
  goalTotals: 'goalId, promiseId',
  goalDays: '[goalId+stretch]',
  history: '++n, &tx, *entities, batch, undoes',
  drafts: 'key',
  settings: 'key',
  meta: 'key',
  // The exchange with a server; empty for those who use the app alone.
  outbox: 'seq',
  bases: 'key, promiseId',
  ring: 'id, n',
  box: 'tx',
};

/** Added since, by number: a step that was once in use is never changed. */
const additions = {
  // An index of every log's id would take longer to write than all the packs.
  2: { logPacks: '[promiseId+month+n], lastId, *activityIds', packPlaces: '[ending+promiseId]' },
  // Pages of frozen follow-ups, and versions of the public page.
  3: { reportParts: 'id, promiseId, snapshotId', publications: 'id, promiseId' },
  4: { ringParts: 'n' },
  // The same tables: packs are texts (see `pack-rows.ts`), which an older version would not read.
  5: {},
} as const;

export const schemaNumber = 5;
/** Says what the database is, and nothing about whose. */
export const databaseName = 'lofteskollen';

export class Database extends Dexie {
  declare readonly promises: EntityTable<Row<'promises'>, 'id'>;
  declare readonly focusAreas: EntityTable<Row<'focusAreas'>, 'id'>;
  declare readonly activities: EntityTable<Row<'activities'>, 'id'>;
  declare readonly goals: EntityTable<Row<'goals'>, 'id'>;
  declare readonly progressLogs: EntityTable<Row<'progressLogs'>, 'id'>;
  declare readonly logPacks: Table<LogPack, [string, string, number], StoredPack>;
  declare readonly packPlaces: Table<PackPlaces, [string, string], StoredPlaces>;
  declare readonly measurements: EntityTable<Row<'measurements'>, 'id'>;
  declare readonly deviations: EntityTable<Row<'deviations'>, 'id'>;
  declare readonly assessments: EntityTable<Row<'assessments'>, 'id'>;
  declare readonly comments: EntityTable<Row<'comments'>, 'id'>;
  declare readonly feedback: EntityTable<Row<'feedback'>, 'id'>;
  declare readonly meetings: EntityTable<Row<'meetings'>, 'id'>;
  declare readonly followUps: EntityTable<Row<'followUps'>, 'id'>;
  declare readonly reportParts: EntityTable<Row<'reportParts'>, 'id'>;
  declare readonly publications: EntityTable<Row<'publications'>, 'id'>;
  declare readonly goalTotals: EntityTable<GoalTotal, 'goalId'>;
  declare readonly goalDays: Table<GoalStretch, [string, string]>;
  declare readonly history: EntityTable<HistoryRow, 'n'>;
  declare readonly drafts: EntityTable<DraftRow, 'key'>;
  declare readonly settings: EntityTable<SettingRow, 'key'>;
  declare readonly meta: EntityTable<MetaRow, 'key'>;
  declare readonly outbox: EntityTable<WaitingOperation, 'seq'>;
  declare readonly bases: EntityTable<BaseRow, 'key'>;
  declare readonly ring: EntityTable<RingEntry, 'id'>;
  declare readonly ringParts: EntityTable<RingPart, 'n'>;
  declare readonly box: EntityTable<BoxEntry, 'tx'>;

  constructor(name: string, options: DexieOptions = {}, watch: UpgradeWatch = {}) {
    // What a person did is on disk before the screen says so; nothing is cached beside the query client.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', ...guardedFactory(watch), ...options });
    this.version(1).stores(schema);
    this.version(2).stores(additions[2]);
    this.version(3).stores(additions[3]);
    this.version(4).stores(additions[4]);
    this.version(5).stores(additions[5]);
    // Nothing is what a key without a row gives.
    this.logPacks.hook('reading', (pack) => pack && openPack(pack));
    this.packPlaces.hook('reading', (row) => row && openPlaces(row));
    const layer = getSealLayer();
    if (layer) this.use(layer);
  }
}

/** Tables whose rows a version writes anew: their number is compared after the upgrade, and not what they say. */
const rewritten: ReadonlySet<string> = new Set();

interface UpgradeWatch {
  /** An upgrade had changed what it must not: these tables, and all others, were put back as they had been. */
  readonly onUpgradeUndone?: ((tables: readonly string[]) => void) | undefined;
}

/** Before a schema changes the database is copied; what does it is fetched then. */
function guardedFactory({ onUpgradeUndone }: UpgradeWatch): Pick<DexieOptions, 'indexedDB'> {
  const factory = globalThis.indexedDB as IDBFactory | undefined;
  if (factory === undefined) return {};
  const load = async (name: string) => {
    const { createUpgradeKeeper } = await import('./upgrade-snapshot.ts');
    return createUpgradeKeeper({ factory, name, rewritten, ...(onUpgradeUndone && { onUndone: onUpgradeUndone }) });
  };
  return { indexedDB: guardUpgrades(factory, load) };
}

export interface OpeningOptions extends UpgradeWatch {
  readonly name?: string;
  /** A newer version of the app has taken over in another tab, and this one has closed. The page offers to reload. */
  readonly onOutdated?: () => void;
  /** Another tab has kept an older version open for 3 seconds: it must be closed before this one can start. */
  readonly onBlocked?: () => void;
  /** Milliseconds before the other tab is mentioned. */
  readonly patience?: number;
}

/** The device's database, opened at its first use. Nothing a person did is lost when another tab wants a newer version. */
export function openDatabase({
  name = databaseName,
  onOutdated,
  onBlocked,
  onUpgradeUndone,
  patience = 3000,
}: OpeningOptions): Database {
  const db = new Database(name, {}, { onUpgradeUndone });
  const leave = () => void retire(db).then(onOutdated);
  db.on('versionchange', () => {
    leave();
    // Dexie's own answer would be to close at once, under an action that is still running.
    return false;
  });
  db.on('blocked', () => {
    setTimeout(() => {
      if (!db.isOpen()) onBlocked?.();
    }, patience);
    // Dexie would write to the console; the page says it to the person.
    return false;
  });
  db.on('ready', () => {
    // Dexie opens a database that a newer app has made; this code does not know its rules.
    if (db.backendDB().version > schemaNumber * 10) leave();
  });
  return db;
}
