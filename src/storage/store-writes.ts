/** What happens inside the transaction of an action. Nothing here awaits anything but Dexie, and nothing catches. */
import { replaceLog } from '#domain/operations/apply-operation.ts';
import { packActions } from '#domain/operations/pack-actions.ts';
import { type PlannedChange, type PlannedWrite, planOperations } from '#domain/operations/plan-operations.ts';
import type { CountingContext, StandingLog } from '#domain/progress/contribution.ts';
import type { TableName } from '#domain/records/tables.ts';
import { checkRules } from './check-rules.ts';
import type { Action, CommitTools } from './commit-action.ts';
import { ConflictingChange } from './conflicting-change.ts';
import type { Database } from './database.ts';
import { toHistoryRow } from './history-row.ts';
import { InvalidRecord } from './invalid-record.ts';
import { findStanding, type LogChain } from './log-chain.ts';
import { moveLogCounts } from './log-counts.ts';
import { renewRevisions } from './promise-state.ts';
import { readCountings, readStanding, type Standing } from './read-standing.ts';
import { type LogMove, moveContributions, recountGoals } from './update-tallies.ts';

export type ActionHead = Omit<Action, 'writes' | 'draftKey'>;

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
  tools: CommitTools & { readonly tx: string },
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
  const [txs] = await Promise.all([
    keepHistory(db, head, plan.changes, { ...tools, at, isPlain: isOneLog(head, writes) }),
    putCounted(db, plan.changes, moves, { countings: standing.countings, revision: tools.newId() }),
  ]);
  return txs;
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
  const recounted = listRecounted(renewed, changes);
  await moveContributions(db, renewed, moves, new Set([...recounted.values()].flatMap((goalIds) => [...goalIds])));
  for (const [promiseId, goalIds] of recounted) await recountGoals(db, promiseId, goalIds);
}

/** New logs, and the ones they replace. `chain` follows along, so that an action may correct what it has just written. */
function moveLogs(changes: readonly PlannedChange[], chain: LogChain): readonly LogMove[] {
  const moves: LogMove[] = [];
  for (const { op, row } of changes) {
    if (op.tbl !== 'progressLogs') continue;
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

/** Fields that decide what counts for a goal, in the goal, its promise and the activities that feed it. */
const countingFields: Readonly<Partial<Record<TableName, ReadonlySet<string>>>> = {
  goals: new Set(['feeds', 'target', 'versions', 'additionalOnly']),
  promises: new Set(['period', 'signedOn', 'terms']),
  activities: new Set(['measures']),
};

/**
 * Goals whose figure cannot be moved log by log, by promise: new ones, those that count otherwise now, those of another
 * period, and those whose activity counts other measures.
 */
function listRecounted(
  countings: Standing['countings'],
  changes: readonly PlannedChange[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const touching = changes.filter(({ op, before }) => {
    const fields = countingFields[op.tbl];
    return fields && (before === undefined || Object.keys(op.f ?? {}).some((field) => fields.has(field)));
  });
  const touched = new Set(touching.map(({ op }) => op.ent));
  const isTouched = ({ goal }: CountingContext) =>
    [goal.promiseId, goal.id, ...goal.feeds.map((feed) => feed.activityId)].some((id) => touched.has(id));
  return new Map(
    Array.from(countings, ([promiseId, counting]) => [
      promiseId,
      new Set(counting?.contexts.filter(isTouched).map(({ goal }) => goal.id)),
    ]),
  );
}

interface HistoryTools extends CommitTools {
  readonly tx: string;
  readonly at: string;
  readonly isPlain: boolean;
}

async function keepHistory(
  db: Database,
  head: ActionHead,
  changes: readonly PlannedChange[],
  tools: HistoryTools,
): Promise<readonly string[]> {
  const [first] = changes;
  // A log that replaces another than the one it names says so only in history.
  if (first && tools.isPlain && first.op.base === undefined) return [first.op.ent];
  const packs = packActions(changes);
  const batch = head.batch ?? (packs.length > 1 ? tools.tx : undefined);
  const rows = packs.map((pack, index) => {
    const tx = index === 0 ? tools.tx : tools.newId();
    const { label, undoes } = head;
    return toHistoryRow({ tx, at: tools.at, label, ...(batch && { batch }), ...(undoes && { undoes }) }, pack);
  });
  await db.history.bulkAdd(rows);
  return rows.map(({ tx }) => tx);
}
