/** Taking in a handover: everything that is new in it, in one transaction, or nothing. */
import type { RowKey } from '#domain/delivery/synced-row.ts';
import { type HandedAction, isLoneLog, listScopes } from '#domain/handover/handed-action.ts';
import type { Handover } from '#domain/handover/handover.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { CommitTools } from './commit-action.ts';
import type { Database } from './database.ts';
import { readDeviceMeta } from './device-meta.ts';
import { readActions } from './handover-history.ts';
import { type HandoverNotes, type HandoverReceipt, putNotes, putReceipt, readNotes } from './handover-notes.ts';
import type { HistoryChange, HistoryRow } from './history-row.ts';
import { countPromiseLogs } from './many-logs.ts';
import { type HandoverPlan, type HandoverRefusal, planHandover } from './plan-handover.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { writeDeviceChanges } from './write-device-changes.ts';

export type HandoverTrouble =
  | HandoverRefusal
  /** The device shares through a server: there rights hold, and work comes the same way. */
  | { readonly kind: 'joined' };

export type HandoverPreview = HandoverPlan & {
  /** It follows a handover that has not come: something in between is missing. */
  readonly isGap: boolean;
};
export type Taken = { readonly kind: 'taken'; readonly plan: HandoverPreview; readonly receipt: HandoverReceipt };

/** Of a promise that arrives, so many logs and more are packed, as they are when they come from a server. */
const fewestPacked = 200;

const listTables = (db: Database) => db.tables.map(({ name }) => name);

/** What taking it in would do. Writes nothing. */
export const previewHandover = (db: Database, handover: Handover): Promise<HandoverPreview | HandoverTrouble> =>
  runTransaction(db, 'r', listTables(db), () => look(db, handover));

/**
 * Takes it in: foreign actions into history, rows anew from all that is known of them, tallies counted.
 * In: a handover that has been checked. Out: what it did, or why nothing was stored. Taking in twice is taking in once.
 */
export const takeHandover = (db: Database, handover: Handover, tools: CommitTools): Promise<Taken | HandoverTrouble> =>
  runAction(db, () =>
    runTransaction(db, 'rw', listTables(db), async () => {
      const plan = await look(db, handover);
      if (plan.kind !== 'planned') return plan;
      return { kind: 'taken', plan, receipt: await store(db, handover, plan, tools) };
    }),
  );

async function look(db: Database, handover: Handover): Promise<HandoverPreview | HandoverTrouble> {
  if ((await readDeviceMeta(db)) !== undefined) return { kind: 'joined' };
  const plan = await planHandover(db, handover);
  if (plan.kind !== 'planned') return plan;
  const { bundles } = await readNotes(db);
  return { ...plan, isGap: handover.since !== undefined && !bundles.includes(handover.since) };
}

async function store(
  db: Database,
  handover: Handover,
  plan: HandoverPreview,
  tools: CommitTools,
): Promise<HandoverReceipt> {
  const notes = await readNotes(db);
  await storeRows(db, plan, tools.newId());
  await storeActions(db, handover.id, plan);
  await putNotes(db, noteHandover(notes, handover, plan));
  const promiseIds = [...new Set([...handover.promises.map(({ id }) => id), ...plan.ready.flatMap(listScopes)])];
  const receipt: HandoverReceipt = {
    id: handover.id,
    from: handover.from.name,
    at: tools.now(),
    promiseIds,
    txs: plan.ready.map(({ tx }) => tx),
    counts: await countActions(db, promiseIds),
    before: notes,
  };
  // Who takes in the same again has nothing new to give back: what came before can still be.
  if (plan.ready.length > 0) await putReceipt(db, receipt);
  return receipt;
}

/** Rows and everything that follows from them, by the way of what comes from a server. */
export async function storeRows(db: Database, { rows }: Pick<HandoverPlan, 'rows'>, revision: string): Promise<void> {
  const before = new Map<RowKey, StoredRow>();
  const after = new Map<RowKey, StoredRow | undefined>();
  for (const [key, change] of rows) {
    if (change.before) before.set(key, change.before);
    after.set(key, change.after);
  }
  await writeDeviceChanges(db, { rows: before, bases: new Map() }, { rows: after }, { revision, fewestPacked });
}

async function storeActions(db: Database, origin: string, plan: HandoverPlan): Promise<void> {
  const befores = listBefores(plan);
  const recorded = plan.ready.filter((action) => !isLoneLog(action));
  await db.history.bulkAdd(recorded.map((action) => toForeignRow(action, origin, befores)));
  await renewBefores(db, plan.actions, befores);
}

type Befores = ReadonlyMap<string, HistoryChange['before']>;

/** What fields were before each operation, in the order in which they are played now. */
export const listBefores = ({ folded }: Pick<HandoverPlan, 'folded'>): Befores =>
  new Map([...folded.values()].flatMap(({ steps }) => steps.map(({ op, before }) => [op.id, before] as const)));

function toForeignRow(action: HandedAction, origin: string, befores: Befores): Omit<HistoryRow, 'n'> {
  const { tx, at, sv, label, batch, undoes } = action;
  const changes = action.changes.map((change): HistoryChange => {
    const { f, ...rest } = change as HistoryChange;
    const before = befores.get(change.id);
    const isLog = change.tbl === 'progressLogs' && (change.kind === 'append' || change.kind === 'correct');
    return { ...rest, ...(f && !isLog && { f }), ...(before && { before }) };
  });
  const entities = [...new Set(changes.flatMap(({ ent, scope }) => [ent, scope]))];
  const head = { tx, at, sv, label: label as HistoryRow['label'] };
  return { ...head, changes, entities, ...(batch && { batch }), ...(undoes && { undoes }), origin };
}

/** Something may have come in between: what an action changed is then told, and taken back, as it is now. */
export async function renewBefores(db: Database, actions: readonly HistoryRow[], befores: Befores): Promise<void> {
  const renewed = actions.flatMap((row): readonly HistoryRow[] => {
    const changes = row.changes.map((change) => {
      const before = befores.get(change.id);
      return before === undefined || isSameJson(before, change.before) ? change : { ...change, before };
    });
    return changes.every((change, index) => change === row.changes[index]) ? [] : [{ ...row, changes }];
  });
  if (renewed.length > 0) await db.history.bulkPut(renewed);
}

function noteHandover(notes: HandoverNotes, handover: Handover, plan: HandoverPreview): HandoverNotes {
  const { id, since, from, savedAt, known } = handover;
  const isMissing = plan.isGap && since !== undefined && notes.missing.every((bundle) => bundle.id !== since);
  const missing = [...notes.missing, ...(isMissing ? [{ id: since, from: from.name, at: savedAt }] : [])];
  const former = notes.partners[from.name];
  const isNewer = former === undefined || former.at <= savedAt;
  const partner = { at: savedAt, bundle: id, known: { ...former?.known, ...known } };
  return {
    partners: isNewer && Object.keys(known).length > 0 ? { ...notes.partners, [from.name]: partner } : notes.partners,
    bundles: notes.bundles.includes(id) ? notes.bundles : [...notes.bundles, id],
    // A handover of everything leaves nothing missing of those before it.
    missing: missing.filter((bundle) => bundle.id !== id && !(since === undefined && bundle.from === from.name)),
    waiting: plan.waiting,
  };
}

/** How many actions are known of each promise. */
export async function countActions(
  db: Database,
  promiseIds: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counts = await Promise.all(
    promiseIds.map(async (id) => (await readActions(db, [id])).length + (await countPromiseLogs(db, id))),
  );
  return Object.fromEntries(promiseIds.map((id, index) => [id, counts[index] ?? 0]));
}
