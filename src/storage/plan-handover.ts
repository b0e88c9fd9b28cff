/** What taking in a handover would do, worked out inside a transaction that may or may not write it. */
import { findCorrected } from '#domain/delivery/play-operation.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { ChainedLog } from '#domain/handover/chain-logs.ts';
import { findReady, operationName, rowName } from '#domain/handover/find-ready.ts';
import type { Folded } from '#domain/handover/fold-operations.ts';
import { type HandedAction, isLoneLog, listOperations, listScopes } from '#domain/handover/handed-action.ts';
import type { Handover } from '#domain/handover/handover.ts';
import {
  type KnownOperation,
  listCauses,
  orderOperations,
  type StoredOperation,
} from '#domain/handover/known-operation.ts';
import { replaceLog } from '#domain/operations/apply-operation.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { foldRows, listChained, replaceLogs } from './fold-rows.ts';
import { groupOperations, orderStored, readActions, type StoredByRow } from './handover-history.ts';
import { readNotes } from './handover-notes.ts';
import type { HistoryRow } from './history-row.ts';
import { findKnown } from './known-actions.ts';
import { readChain } from './log-chain.ts';
import { getLogs, type LogRow } from './log-rows.ts';
import { getRows } from './read-standing.ts';

/** One row before and after a handover. */
export interface RowChange {
  readonly before: StoredRow | undefined;
  readonly after: StoredRow | undefined;
}

export interface HandoverPlan {
  readonly kind: 'planned';
  /** Actions that are new here and take effect, in an order in which each rests on those before it. */
  readonly ready: readonly HandedAction[];
  /** New, and without effect until what they rest on has come. */
  readonly waiting: readonly HandedAction[];
  /** How many of the handover's actions were known here. */
  readonly known: number;
  readonly rows: ReadonlyMap<RowKey, RowChange>;
  /** What each operation of a touched row did before, and what it does now. */
  readonly foldedBefore: ReadonlyMap<RowKey, Folded>;
  readonly folded: ReadonlyMap<RowKey, Folded>;
  /** Logs that were corrected by two who had not seen each other's correction. */
  readonly corrected: readonly string[];
  /** Everything that is stored of the promises. */
  readonly actions: readonly HistoryRow[];
}

export type HandoverRefusal =
  /** Something that is known here would be something else: a forgery, or a damaged device. */
  | { readonly kind: 'contradicts' }
  /** What is here has a past that this device does not know: it was shared through a server. */
  | { readonly kind: 'not-whole' };

/** In: a handover that has been checked. Out: what it would do. Inside a transaction over every table of records. */
export async function planHandover(
  db: Database,
  handover: Pick<Handover, 'actions'>,
): Promise<HandoverPlan | HandoverRefusal> {
  const { waiting } = await readNotes(db);
  const handed = new Map([...dropClashing(waiting, handover.actions), ...handover.actions].map((one) => [one.tx, one]));
  const scopes = [...new Set([...handed.values()].flatMap(listScopes))];
  const actions = await readActions(db, scopes);
  const known = await findKnown(db, [...handed.values()], actions);
  if (known === 'contradicts') return { kind: 'contradicts' };
  const fresh = [...handed.values()].filter(({ tx }) => !known.has(tx));
  const names = await readNames(db, fresh, actions);
  if (names === 'contradicts') return { kind: 'contradicts' };
  const readiness = findReady(fresh, (name) => names.has(name));
  const fold = await foldTouched(db, readiness.ready, actions);
  if (fold === 'not-whole') return { kind: 'not-whole' };
  const knownHere = handover.actions.filter(({ tx }) => known.has(tx)).length;
  return { kind: 'planned', ...readiness, known: knownHere, actions, ...fold };
}

/** What waits has not been believed yet: it never stands in the way of what comes. */
function dropClashing(waiting: readonly HandedAction[], handed: readonly HandedAction[]): readonly HandedAction[] {
  const taken = new Set(handed.flatMap(listTaken));
  return waiting.filter((action) => !listTaken(action).some((name) => taken.has(name)));
}

const listTaken = (action: HandedAction): readonly string[] => [
  action.tx,
  ...listOperations(action).flatMap(({ op }) => [op.id, ...(isCreation(op.kind) ? [rowName(op.tbl, op.ent)] : [])]),
];

/** Everything that fresh actions may rest on and that is here. Names may be taken by nothing else. */
async function readNames(
  db: Database,
  fresh: readonly HandedAction[],
  actions: readonly HistoryRow[],
): Promise<ReadonlySet<string> | 'contradicts'> {
  const operations = fresh.flatMap(listOperations);
  const creations = operations.filter(({ op }) => isCreation(op.kind)).map(({ op }) => rowName(op.tbl, op.ent));
  const ids = [...operations.map(({ op }) => op.id)];
  if (new Set(creations).size !== creations.length || new Set(ids).size !== ids.length) return 'contradicts';
  const txs = fresh.filter((action) => !isLoneLog(action)).map(({ tx }) => tx);
  if ((await db.history.where('tx').anyOf(txs).count()) > 0) return 'contradicts';

  const names = new Set(actions.flatMap(({ changes }) => changes.map(({ id }) => operationName(id))));
  if (ids.some((id) => names.has(operationName(id)))) return 'contradicts';
  for (const [table, wanted] of groupIds(listReferences(operations))) {
    for (const row of await getRows(db, table, [...wanted])) {
      if (!row) continue;
      names.add(rowName(table, row.id));
      // A log's name is that of the operation that made it.
      if (table === 'progressLogs') names.add(operationName(row.id));
    }
  }
  if (creations.some((name) => names.has(name))) return 'contradicts';
  return names;
}

type Reference = readonly [table: TableName, id: string];

/** Rows that operations make, change or point at. */
const listReferences = (operations: readonly KnownOperation[]): readonly Reference[] =>
  operations.flatMap(({ op, after }): readonly Reference[] => {
    const own: Reference[] = [
      [op.tbl, op.ent],
      ['promises', op.scope],
    ];
    if (op.tbl !== 'progressLogs') return own;
    const activities = Array.isArray(op.f?.activityIds) ? op.f.activityIds.map(String) : [];
    const logs = [op.f?.corrects, op.base?.corrects, ...listCauses({ op, after })].filter(
      (id) => typeof id === 'string',
    );
    return [
      ...own,
      ...activities.map((id): Reference => ['activities', id]),
      ...logs.map((id): Reference => ['progressLogs', id]),
    ];
  });

function groupIds(references: readonly Reference[]): ReadonlyMap<TableName, ReadonlySet<string>> {
  const grouped = new Map<TableName, Set<string>>();
  for (const [table, id] of references) grouped.set(table, (grouped.get(table) ?? new Set()).add(id));
  return grouped;
}

type FoldedTouched = Pick<HandoverPlan, 'rows' | 'folded' | 'foldedBefore' | 'corrected'>;

/** Every row that fresh operations touch, made anew from all that is known of it then. */
async function foldTouched(
  db: Database,
  fresh: readonly HandedAction[],
  actions: readonly HistoryRow[],
): Promise<FoldedTouched | 'not-whole'> {
  const operations = fresh.flatMap(listOperations);
  const chained = await readChains(db, operations);
  const touched = new Set([...operations.map(({ op }) => op.ent), ...chained.map(({ id }) => id)]);
  const references = operations.map(({ op }): Reference => [op.tbl, op.ent]);
  const before = await readRows(
    db,
    groupIds([...references, ...chained.map(({ id }): Reference => ['progressLogs', id])]),
  );
  const logs = [...before].flatMap(([key, row]) => (key.startsWith('progressLogs/') ? [row as unknown as LogRow] : []));
  const stored = groupOperations(actions, logs, touched);
  const ordered = [...stored.values()].map((own) => orderStored(own));
  const foldedBefore = foldRows(ordered);
  const wasReplaced = replaceLogs(listChained(ordered));
  for (const [key, row] of before) if (!isExplained(row, foldedBefore.get(key)?.row, wasReplaced)) return 'not-whole';

  const all = addFresh(stored, operations);
  const folded = foldRows(all);
  const replaced = replaceLogs(listChained(all));
  const rows = new Map(
    Array.from(folded, ([key, { row }]): [RowKey, RowChange] => [
      key,
      { before: before.get(key), after: row && withReplacement(row, replaced) },
    ]),
  );
  const met = new Set(listMet(listChained(ordered), wasReplaced));
  const corrected = listMet(listChained(all), replaced).filter((id) => !met.has(id));
  return { rows, folded, foldedBefore, corrected };
}

/** Corrections that took the place of another log than the one that their author saw. */
function listMet(logs: readonly ChainedLog[], replaced: ReadonlyMap<string, string>): readonly string[] {
  const before = new Map(Array.from(replaced, ([id, by]) => [by, id] as const));
  return logs.flatMap(({ id, takes }) => (takes !== undefined && before.get(id) !== takes ? [id] : []));
}

function addFresh(stored: StoredByRow, operations: readonly KnownOperation[]): readonly (readonly KnownOperation[])[] {
  const byRow = new Map<string, readonly KnownOperation[]>(
    Array.from(stored, ([id, own]: [string, readonly StoredOperation[]]) => [id, orderStored(own)]),
  );
  for (const known of operations) byRow.set(known.op.ent, [...(byRow.get(known.op.ent) ?? []), known]);
  return [...byRow.values()].map((own) => orderOperations(own));
}

/** Whether a row is what its operations make of it. What a server numbered is said by no operation. */
export function isExplained(
  row: StoredRow,
  folded: StoredRow | undefined,
  replaced: ReadonlyMap<string, string>,
): boolean {
  const { version: _version, ...own } = row;
  return folded !== undefined && isSameJson(own, withReplacement(folded, replaced));
}

const withReplacement = (row: StoredRow, replaced: ReadonlyMap<string, string>): StoredRow => {
  const by = replaced.get(row.id);
  return by === undefined ? row : replaceLog(row, by);
};

async function readRows(
  db: Database,
  wanted: ReadonlyMap<TableName, ReadonlySet<string>>,
): Promise<ReadonlyMap<RowKey, StoredRow>> {
  const rows = new Map<RowKey, StoredRow>();
  for (const [table, ids] of wanted) {
    for (const row of await getRows(db, table, [...ids])) if (row) rows.set(toRowKey(table, row.id), row);
  }
  return rows;
}

/** Stored logs of every chain of corrections that is touched: a link alone does not say what replaces it. */
async function readChains(db: Database, operations: readonly KnownOperation[]): Promise<readonly LogRow[]> {
  let ids = operations.flatMap(({ op }): readonly string[] => {
    if (op.tbl !== 'progressLogs' || op.kind === 'append') return [];
    return op.kind === 'correct' ? [findCorrected(op), String(op.f?.corrects)] : [op.ent];
  });
  const roots = new Set<string>();
  while (ids.length > 0) {
    const logs = (await getLogs(db, [...new Set(ids)])).filter((log) => log !== undefined);
    for (const log of logs) if (log.corrects === undefined) roots.add(log.id);
    ids = logs.flatMap(({ corrects }) => corrects ?? []);
  }
  return [...(await readChain(db, [...roots])).values()];
}
