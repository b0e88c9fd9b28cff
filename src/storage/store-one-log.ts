/** The save that people make many times a day: one new log. Two rounds of requests, whatever the number of logs. */
import type { DeviceMeta } from '#domain/delivery/device-state.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { type PlainOperation, planOperations } from '#domain/operations/plan-operations.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import { checkRules } from './check-rules.ts';
import type { Action, CommitTools } from './commit-action.ts';
import { findKeptCounting } from './counting.ts';
import type { Database, GoalStretch, GoalTotal, MetaRow } from './database.ts';
import { findDeviceMeta, listDeviceKeys, toIssuedRow } from './device-meta.ts';
import { keysOfStretches, sumStretches } from './goal-days.ts';
import { isDone } from './log-counts.ts';
import { stateKey, toPromiseState } from './promise-state.ts';
import { isSealing } from './row-seal.ts';
import { type Pen, runShortTransaction, type ShortWork } from './run-short-transaction.ts';
import { collectChanges, listStretches, listTotals, sumTotals, type TallyChange } from './update-tallies.ts';

/** The totals as they are now stored, of the goals that the log moved. */
export type StoredTotals = readonly GoalTotal[];

/**
 * Stores a log that corrects nothing, when what decides what counts for it is in memory and still holds.
 * Out: the totals that it moved; undefined when the log has to go the long way (nothing in memory, something changed since, the id taken, a rule to
 * be answered for), and then nothing is stored. Both ways store the same rows; this one asks for less.
 */
export function storeOneLog(
  db: Database,
  record: StoredRow,
  tools: CommitTools,
  { draftKey, onTotals }: Pick<Action, 'draftKey' | 'onTotals'>,
): Promise<StoredTotals | undefined> {
  // This way writes below the tables, where nothing closes a row.
  if (isSealing()) return notNow;
  const kept = findKeptCounting(db, record.promiseId);
  if (kept?.counting === undefined || record.corrects !== undefined) return notNow;
  const plan = planOperations([{ kind: 'create', table: 'progressLogs', record }], {
    at: tools.now(),
    newId: tools.newId,
    findRow: () => undefined,
    findStanding: (logId) => logId,
  });
  const [change] = plan.kind === 'planned' ? plan.changes : [];
  if (change === undefined || kept.counting.promise.deletedAt !== undefined) return notNow;
  const countings = new Map([[record.promiseId, kept.counting]]);
  const promise = kept.counting.promise as unknown as StoredRow;
  checkRules([change], { findPromise: () => promise, countings }, tools.today?.());

  const log = change.row as unknown as StandingLog;
  const changes = new Map<string, TallyChange>();
  collectChanges(kept.counting, [{ after: log }], changes);
  // Examples are nobody's work: they are sent to no server.
  const op = promise.example === undefined ? change.op : undefined;
  const preparation = { log, op, changes, revision: kept.revision, draftKey };
  return runShortTransaction(db, { ...putLog(preparation), onWay: onTotals }).catch(answerTaken);
}

const notNow = Promise.resolve(undefined);

/** The id is taken, which the transaction has said by storing nothing: the long way finds out by what. */
function answerTaken(error: unknown): undefined {
  if (error instanceof Error && error.name === 'ConstraintError') return undefined;
  throw error;
}

interface Preparation {
  readonly log: StandingLog;
  /** What is sent; undefined when nothing is. */
  readonly op: PlainOperation | undefined;
  readonly changes: ReadonlyMap<string, TallyChange>;
  /** What the changes were worked out from. */
  readonly revision: string;
  readonly draftKey: string | undefined;
}

function putLog({ log, op, changes, revision, draftKey }: Preparation): ShortWork<StoredTotals> {
  const key = stateKey(log.promiseId);
  const totals = listTotals(changes);
  const stretches = listStretches(changes);
  return {
    tables: ['progressLogs', 'goalTotals', 'goalDays', 'meta', 'outbox', ...(draftKey === undefined ? [] : ['drafts'])],
    ask: (transaction, pen) => {
      pen.add('progressLogs', log);
      if (draftKey !== undefined) pen.remove('drafts', draftKey);
      const meta = transaction.objectStore('meta');
      const goalTotals = transaction.objectStore('goalTotals');
      const goalDays = transaction.objectStore('goalDays');
      return [
        meta.get(key),
        meta.getAll(listDeviceKeys()),
        ...totals.map(([goalId]) => goalTotals.get(goalId)),
        ...keysOfStretches(stretches).map((days) => goalDays.get(days)),
      ];
    },
    answer: ([stateRow, deviceRows, ...tallies], pen) => {
      const state = toPromiseState(stateRow as MetaRow | undefined);
      if (state.revision !== revision) return undefined;
      const storedTotals = tallies.slice(0, totals.length) as readonly (GoalTotal | undefined)[];
      const storedStretches = tallies.slice(totals.length) as readonly (GoalStretch | undefined)[];
      const newTotals = sumTotals(totals, storedTotals);
      for (const total of newTotals) pen.put('goalTotals', total);
      for (const stretch of sumStretches(stretches, storedStretches)) pen.put('goalDays', stretch);
      if (!isDone(log)) pen.put('meta', { key, value: { ...state, otherLogs: state.otherLogs + 1 } });
      enqueueLog(pen, findDeviceMeta(deviceRows as readonly MetaRow[]), op);
      return newTotals;
    },
  };
}

/** A new log has no base to keep, and is an action of its own. */
function enqueueLog(pen: Pen, meta: DeviceMeta | undefined, op: PlainOperation | undefined): void {
  if (meta === undefined || op === undefined) return;
  const seq = meta.issued + 1;
  pen.add('outbox', { seq, op: { v: 1, ...op, tx: op.ent, txi: 0, txn: 1 } } satisfies WaitingOperation);
  pen.put('meta', toIssuedRow(seq));
}
