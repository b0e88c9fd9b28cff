/** What happens inside the transaction of an action. Nothing here awaits anything but Dexie, and nothing catches. */
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import { replaceLog } from '#domain/operations/apply-operation.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import { packActions } from '#domain/operations/pack-actions.ts';
import { type PlannedChange, type PlannedWrite, planOperations } from '#domain/operations/plan-operations.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { TableName } from '#domain/records/tables.ts';
import { checkRules } from './check-rules.ts';
import type { Action, CommitTools } from './commit-action.ts';
import { ConflictingChange } from './conflicting-change.ts';
import type { Database } from './database.ts';
import { enqueueAction } from './enqueue-action.ts';
import { toHistoryRow } from './history-row.ts';
import { InvalidRecord } from './invalid-record.ts';
import { findStanding, type LogChain } from './log-chain.ts';
import { moveLogCounts } from './log-counts.ts';
import { layOut } from './log-packs.ts';
import { renewRevisions } from './promise-state.ts';
import { readCountings, readStanding, type Standing } from './read-standing.ts';
import { countingFields, listRecountedGoals } from './recounted-goals.ts';
import { type LogMove, moveContributions, recountGoals } from './update-tallies.ts';

export interface ActionTools extends CommitTools {
  /** The name of the action; of the first, where the limits make several of it. */
  readonly tx: string;
}

export type ActionHead = Omit<Action, 'writes' | 'draftKey' | 'onTotals'>;

/** Labels of an action that appends one log: they can be read from the log, so the log is its own history. */
const logLabels: ReadonlySet<string> = new Set([
  'log-created',
  'log-corrected',
  'log-withdrawn',
  'log-restored',
  'undone',
]);

/** Whether these writes may need no row in history, because they append one log and nothing else. */
export const isOneLog = (head: ActionHead, writes: readonly PlannedWrite[]): boolean =>
  writes.length === 1 &&
  writes[0]?.kind === 'create' &&
  writes[0].table === 'progressLogs' &&
  !head.batch &&
  logLabels.has(head.label);

/**
 * Rows, history and tallies of one action.
 * Out: the ids of the actions it became (several above the limits of one), none when everything was as wanted already.
 */
export async function storeWrites(
  db: Database,
  head: ActionHead,
  writes: readonly PlannedWrite[],
  tools: ActionTools,
): Promise<readonly string[]> {
  const at = tools.now();
  const standing = await readStanding(db, writes);
  const plan = planOperations(writes, {
    at,
    newId: tools.newId,
    findRow: standing.findRow,
    findStanding: (logId) => findStanding(standing.chain, logId),
  });
  if (plan.kind === 'refused') throw new InvalidRecord(plan.table, plan.id, [{ path: '', code: plan.code }]);
  if (plan.kind === 'conflict') throw new ConflictingChange(plan.table, plan.id, plan.fields);
  if (plan.changes.length === 0) return [];

  checkRules(plan.changes, standing, tools.today?.());
  const moves = moveLogs(plan.changes, standing.chain);
  const before = listBefore(plan.changes, moves, standing);
  await layOut(db, listChangedLogs(plan.changes, moves));
  const isOwnHistory = isOneLog(head, writes) && plan.changes[0]?.op.base === undefined;
  const actions = isOwnHistory ? [toOwnAction(plan.changes)] : nameActions(plan.changes, tools);
  await Promise.all([
    !isOwnHistory && keepHistory(db, head, actions, at),
    putCounted(db, plan.changes, moves, { countings: standing.countings, revision: tools.newId() }),
    enqueueAction(db, actions.flatMap(listOperations), before),
  ]);
  return actions.map(({ tx }) => tx);
}

/** Logs that were there before and do not stay as they are. */
const listChangedLogs = (changes: readonly PlannedChange[], moves: readonly LogMove[]): readonly string[] => [
  ...moves.flatMap(({ before }) => before?.id ?? []),
  ...changes.flatMap(({ op }) => (op.tbl === 'progressLogs' && !isCreation(op.kind) ? [op.ent] : [])),
];

/** The rows that the action changes, as they stood: also those of logs that it replaces. */
function listBefore(
  changes: readonly PlannedChange[],
  moves: readonly LogMove[],
  { findRow }: Standing,
): ReadonlyMap<RowKey, StoredRow | undefined> {
  const replaced = moves.flatMap(({ before }) => (before ? [before as unknown as StoredRow] : []));
  return new Map([
    ...replaced.map((log) => [toRowKey('progressLogs', log.id), log] as const),
    ...changes.map(({ op }) => [toRowKey(op.tbl, op.ent), findRow(op.tbl, op.ent)] as const),
  ]);
}

interface CountingState {
  readonly countings: Standing['countings'];
  readonly revision: string;
}

/** Rows and the tallies that follow from them. */
async function putCounted(
  db: Database,
  changes: readonly PlannedChange[],
  moves: readonly LogMove[],
  { countings, revision }: CountingState,
): Promise<void> {
  const scopes = changes.filter(({ op }) => countingFields[op.tbl] !== undefined).map(({ op }) => op.scope);
  if (scopes.length === 0) {
    await Promise.all([putRows(db, changes, moves), moveContributions(db, countings, moves), moveLogCounts(db, moves)]);
    return;
  }
  await putRows(db, changes, moves);
  await moveLogCounts(db, moves);
  await renewRevisions(db, scopes, revision);
  const renewed = await readCountings(db, new Set([...scopes, ...countings.keys()]));
  const recounted = listRecountedGoals(renewed, listTouched(changes));
  await moveContributions(db, renewed, moves, new Set([...recounted.values()].flatMap((goalIds) => [...goalIds])));
  for (const [promiseId, goalIds] of recounted) await recountGoals(db, promiseId, goalIds);
}

/** New logs, and the ones they replace. `chain` follows along, so that an action may correct what it has just written. */
function moveLogs(changes: readonly PlannedChange[], chain: LogChain): readonly LogMove[] {
  const moves: LogMove[] = [];
  for (const { op, row } of changes) {
    // Who has confirmed a log decides nothing of what it counts for.
    if (op.tbl !== 'progressLogs' || !isCreation(op.kind)) continue;
    const log = row as unknown as StandingLog;
    if (op.kind === 'correct') {
      const before = chain.get(op.base?.corrects ?? String(log.corrects));
      if (before === undefined || before.promiseId !== log.promiseId) {
        throw new InvalidRecord('progressLogs', log.id, [{ path: 'corrects', code: 'log-missing' }]);
      }
      const after = replaceLog(before, log.id);
      chain.set(before.id, after);
      moves.push({ before, after });
    }
    chain.set(log.id, log);
    moves.push({ after: log });
  }
  return moves;
}

async function putRows(db: Database, changes: readonly PlannedChange[], moves: readonly LogMove[]): Promise<void> {
  const byTable = new Map<TableName, Map<string, unknown>>();
  const place = (table: TableName, id: string, row: unknown) => {
    const rows = byTable.get(table) ?? new Map<string, unknown>();
    byTable.set(table, rows);
    rows.set(id, row);
  };
  for (const { op, row } of changes) place(op.tbl, op.ent, row);
  for (const { after } of moves) if (after) place('progressLogs', after.id, after);
  await Promise.all([...byTable].map(([table, rows]) => db.table(table).bulkPut([...rows.values()])));
}

/** The rows in which the action changed what decides what counts. */
const listTouched = (changes: readonly PlannedChange[]): ReadonlySet<string> =>
  new Set(
    changes
      .filter(({ op, before }) => {
        const fields = countingFields[op.tbl];
        return fields && (before === undefined || Object.keys(op.f ?? {}).some((field) => fields.has(field)));
      })
      .map(({ op }) => op.ent),
  );

/** Changes that belong together, under the name by which history and the server know them. */
interface NamedAction {
  readonly tx: string;
  readonly changes: readonly PlannedChange[];
}

/** A log that replaces another than the one it names says so only in history; any other lone log is its own history. */
const toOwnAction = (changes: readonly PlannedChange[]): NamedAction => ({ tx: changes[0]?.op.ent ?? '', changes });

/** One action, or several above the limits of one. */
const nameActions = (
  changes: readonly PlannedChange[],
  { tx, newId }: Pick<ActionTools, 'tx' | 'newId'>,
): readonly NamedAction[] =>
  packActions(changes).map((pack, index) => ({ tx: index === 0 ? tx : newId(), changes: pack }));

const listOperations = ({ tx, changes }: NamedAction): readonly Operation[] =>
  changes.map(({ op }, txi) => ({ v: 1, ...op, tx, txi, txn: changes.length }));

async function keepHistory(db: Database, head: ActionHead, actions: readonly NamedAction[], at: string): Promise<void> {
  const batch = head.batch ?? (actions.length > 1 ? actions[0]?.tx : undefined);
  const { label, undoes } = head;
  await db.history.bulkAdd(
    actions.map(({ tx, changes }) =>
      toHistoryRow({ tx, at, label, ...(batch && { batch }), ...(undoes && { undoes }) }, changes),
    ),
  );
}
