/** What came out of a backup, looked through as a whole before anything of it is written. */

import { isTableName } from '#domain/operations/merge-class.ts';
import { type StoredRow, schemaVersion } from '#domain/operations/operation.ts';
import type { Tally } from '#domain/progress/tally.ts';
import { checkRow, judgeRows, type RowFault, type RowsByTable } from '#domain/record-files/check-rows.ts';
import { isPlainJson } from '#domain/record-files/plain-json.ts';
import { type RegisterEntry, readRegisterEntry } from '#domain/record-files/register-entry.ts';
import { isId } from '#domain/records/fields.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { SettingRow } from './database.ts';
import type { DraftRow } from './drafts.ts';
import type { HistoryRow } from './history-row.ts';
import { listPackedLogs } from './packed-logs.ts';
import { checkHistoryRow, judgeHistory } from './restore-history.ts';
import { ringTables } from './ring.ts';

/** Rows that have been checked: they can be stored. */
export interface BackupContents {
  readonly rows: RowsByTable;
  /** In its order. Empty in the older formats. */
  readonly history: readonly HistoryRow[];
  readonly drafts: readonly DraftRow[];
  readonly settings: SettingRow | undefined;
  /** What was disposed of and handed out where the file was written. */
  readonly registers: readonly RegisterEntry[];
  /** The tally of every goal when the file was written; empty in the older formats. */
  readonly figures: ReadonlyMap<string, Tally>;
  /** Rows that no schema reads. Only what was rescued of a broken database may have them: they are left out. */
  readonly broken: number;
}

export type ContentsFault =
  | {
      readonly kind: 'fault';
      readonly fault: RowFault | { readonly table: string; readonly line: number; readonly rule: BesideRule };
    }
  /** Rows of a schema that this version does not know. */
  | { readonly kind: 'newer' };
type BesideRule = 'empty' | 'unknown-table' | 'not-a-row' | 'history' | 'replay' | 'too-many';

export interface ContentsHead {
  readonly format: 'backup' | 'copy' | 'rescue';
  readonly schema: number | undefined;
  /** What the file says of its history. */
  readonly history: unknown;
}

export interface ContentsCheck {
  readonly take: (table: string, rows: readonly unknown[]) => void;
  /** After the last row. Nothing is believed before. */
  readonly finish: () => { readonly kind: 'checked'; readonly contents: BackupContents } | ContentsFault;
}

/** More rows than any device has: a file that holds them is not one of ours. */
const mostRows = 2_000_000;
/** Carried for people to see, and not put back. */
const onlyCarried = 'broken';
/** What lies in a broken database besides: of the device, or counted anew by whoever restores. */
const passedOver: ReadonlySet<string> = new Set([
  'packPlaces',
  'goalTotals',
  'goalDays',
  'outbox',
  'bases',
  ...ringTables,
  'box',
]);

/** What has been taken so far. */
interface Taken {
  readonly head: ContentsHead;
  readonly rows: Map<TableName, StoredRow[]>;
  readonly history: HistoryRow[];
  readonly drafts: Map<string, DraftRow>;
  readonly settings: SettingRow[];
  readonly registers: RegisterEntry[];
  readonly figures: Map<string, Tally>;
  /** Rows by table. */
  readonly lines: Map<string, number>;
  broken: number;
  fault: ContentsFault | undefined;
}

/** Takes rows as they come out of a file, and says at the end whether all of them together can be stored. */
export function checkContents(head: ContentsHead): ContentsCheck {
  const taken: Taken = {
    head,
    rows: new Map(),
    history: [],
    drafts: new Map(),
    settings: [],
    registers: [],
    figures: new Map(),
    lines: new Map(),
    broken: 0,
    fault: undefined,
  };
  let count = 0;
  return {
    take: (table, given) => {
      if (table === onlyCarried || (head.format === 'rescue' && passedOver.has(table))) return;
      count += given.length;
      if (count > mostRows) refuse(taken, table, 'too-many');
      for (const row of given) {
        if (taken.fault) return;
        takeOne(taken, table, row);
      }
    },
    finish: () => judge(taken),
  };
}

/** What was rescued of a broken database may hold broken rows; nothing else may. */
function refuse(taken: Taken, table: string, rule: RowFault['rule'] | BesideRule): void {
  if (taken.head.format === 'rescue') taken.broken += 1;
  else taken.fault ??= { kind: 'fault', fault: { table, line: taken.lines.get(table) ?? 0, rule } as RowFault };
}

function takeOne(taken: Taken, table: string, given: unknown): void {
  taken.lines.set(table, (taken.lines.get(table) ?? 0) + 1);
  if (isTableName(table)) takeRow(taken, table, given);
  else if (table === 'logPacks' && taken.head.format === 'rescue')
    for (const log of listPackedLogs(given)) takeRow(taken, 'progressLogs', log);
  else if (table === 'meta' && taken.head.format === 'rescue') takeRegister(taken, given);
  else takeBeside(taken, table, given);
}

function takeRow(taken: Taken, table: TableName, given: unknown): void {
  const row = checkRow(table, given);
  const own = taken.rows.get(table);
  if (typeof row === 'string') refuse(taken, table, row);
  else if (own) own.push(row);
  else taken.rows.set(table, [row]);
}

function takeBeside(taken: Taken, table: string, given: unknown): void {
  const take = besideTables.get(table);
  if (take === undefined) refuse(taken, table, 'unknown-table');
  else if (!isPlainJson(given) || !take(taken, given))
    refuse(taken, table, table === 'history' ? 'history' : 'not-a-row');
}

/** Out: whether it is one. Of the facts of a broken device's own these alone are anybody's. */
function takeRegister({ registers }: Taken, given: unknown): boolean {
  const entry = readRegisterEntry(given);
  if (entry) registers.push(entry);
  return entry !== undefined;
}

/** What is carried beside the rows. Each says whether it took what it was given. */
const besideTables: ReadonlyMap<string, (taken: Taken, given: unknown) => boolean> = new Map([
  [
    'history',
    ({ history }, given) => {
      const row = checkHistoryRow(given);
      if (row) history.push(row);
      return row !== undefined;
    },
  ],
  [
    'drafts',
    ({ drafts }, given) => {
      if (!isDraft(given) || drafts.has(given.key)) return false;
      drafts.set(given.key, { key: given.key, value: given.value });
      return true;
    },
  ],
  [
    'settings',
    ({ settings }, given) => {
      if (!isSetting(given) || settings.length > 0) return false;
      settings.push({ key: given.key, value: given.value });
      return true;
    },
  ],
  ['registers', takeRegister],
  [
    'figures',
    ({ figures }, given) => {
      if (!isFigure(given) || figures.has(given.goalId)) return false;
      figures.set(given.goalId, given.tally);
      return true;
    },
  ],
]);

function judge(taken: Taken): ReturnType<ContentsCheck['finish']> {
  const { head, drafts, figures, registers, settings } = taken;
  if (head.schema !== undefined && head.schema > schemaVersion) return { kind: 'newer' };
  if (taken.fault) return taken.fault;
  const { kept, faults, first } = judgeRows(head.format === 'backup' ? taken.rows : withoutExamples(taken.rows));
  if (first && head.format !== 'rescue') return { kind: 'fault', fault: first };
  // Nothing to bring back must never take the place of something.
  if (!kept.has('promises')) return { kind: 'fault', fault: { table: 'promises', line: 0, rule: 'empty' } };
  const history = head.format === 'backup' ? taken.history.toSorted((left, right) => left.n - right.n) : [];
  const replay = judgeHistory(kept, history);
  if (replay === 'broken' || (head.history === 'whole' && replay !== 'whole'))
    return { kind: 'fault', fault: { table: 'history', line: 0, rule: 'replay' } };
  return {
    kind: 'checked',
    contents: {
      rows: kept,
      history,
      drafts: [...drafts.values()],
      settings: settings[0],
      registers,
      figures,
      broken: taken.broken + faults,
    },
  };
}

/** The older formats may hold examples. */
function withoutExamples(rows: RowsByTable): RowsByTable {
  const promises = rows.get('promises') ?? [];
  const examples = new Set(promises.filter(({ example }) => example !== undefined).map(({ id }) => id));
  return new Map(
    Array.from(rows, ([table, all]) => [table, all.filter(({ promiseId }) => !examples.has(promiseId))] as const),
  );
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDraft = (given: unknown): given is DraftRow =>
  isFields(given) && typeof given.key === 'string' && given.key.length <= 200 && given.value !== undefined;

const isSetting = (given: unknown): given is SettingRow =>
  isFields(given) && given.key === 'device' && isFields(given.value);

const isFigure = (given: unknown): given is { readonly goalId: string; readonly tally: Tally } =>
  isFields(given) &&
  typeof given.goalId === 'string' &&
  isId(given.goalId) &&
  isFields(given.tally) &&
  Object.values(given.tally).every(Number.isSafeInteger);
