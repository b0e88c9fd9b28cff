/** The save that people make many times a day: one new log. Two rounds of requests, whatever the number of logs. */
import type { DeviceMeta } from '#domain/delivery/device-state.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { type PlainOperation, planOperations } from '#domain/operations/plan-operations.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import { checkRules } from './check-rules.ts';
import type { CommitTools } from './commit-action.ts';
import { findKeptCounting } from './counting.ts';
import type { Database, GoalTotal } from './database.ts';
import { deviceKeys, putIssued, toDeviceMeta } from './device-meta.ts';
import { keysOfStretches, sumStretches } from './goal-days.ts';
import { isDone } from './log-counts.ts';
import { stateKey, toPromiseState } from './promise-state.ts';
import { runTransaction } from './run-transaction.ts';
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
  draftKey: string | undefined,
): Promise<StoredTotals | undefined> {
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
  const tables = [
    'progressLogs',
    'goalTotals',
    'goalDays',
    'meta',
    'outbox',
    ...(draftKey === undefined ? [] : ['drafts']),
  ];
  const { revision } = kept;
  return runTransaction(db, 'rw', tables, () => putLog(db, log, { op: change.op, changes, revision, draftKey })).catch(
    answerTaken,
  );
}

const notNow = Promise.resolve(undefined);

/** The id is taken, which the transaction has said by storing nothing: the long way finds out by what. */
function answerTaken(error: unknown): undefined {
  if (error instanceof Error && error.name === 'ConstraintError') return undefined;
  throw error;
}

interface Preparation {
  readonly op: PlainOperation;
  readonly changes: ReadonlyMap<string, TallyChange>;
  /** What the changes were worked out from. */
  readonly revision: string;
  readonly draftKey: string | undefined;
}

async function putLog(
  db: Database,
  log: StandingLog,
  { op, changes, revision, draftKey }: Preparation,
): Promise<StoredTotals | undefined> {
  const key = stateKey(log.promiseId);
  const totals = listTotals(changes);
  const stretches = listStretches(changes);
  const [[stateRow, ...deviceRows], storedTotals, storedStretches] = await Promise.all([
    db.meta.bulkGet([key, ...deviceKeys]),
    db.goalTotals.bulkGet(totals.map(([goalId]) => goalId)),
    db.goalDays.bulkGet(keysOfStretches(stretches)),
  ]);
  const state = toPromiseState(stateRow);
  if (state.revision !== revision) return undefined;
  const newTotals = sumTotals(totals, storedTotals);
  await Promise.all([
    db.progressLogs.add(log),
    db.goalTotals.bulkPut(newTotals),
    db.goalDays.bulkPut(sumStretches(stretches, storedStretches)),
    !isDone(log) && db.meta.put({ key, value: { ...state, otherLogs: state.otherLogs + 1 } }),
    draftKey !== undefined && db.drafts.delete(draftKey),
    enqueueLog(db, toDeviceMeta(deviceRows), op),
  ]);
  return newTotals;
}

/** A new log has no base to keep, and is an action of its own. */
async function enqueueLog(db: Database, meta: DeviceMeta | undefined, op: PlainOperation): Promise<void> {
  if (meta === undefined) return;
  const seq = meta.issued + 1;
  await Promise.all([db.outbox.add({ seq, op: { v: 1, ...op, tx: op.ent, txi: 0, txn: 1 } }), putIssued(db, seq)]);
}
