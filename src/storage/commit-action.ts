import type { PlannedWrite } from '#domain/operations/plan-operations.ts';
import type { RecordOf, TableName } from '#domain/records/tables.ts';
import { countingTables } from './counting.ts';
import type { Database } from './database.ts';
import { forgetDraft, settleDraft } from './drafts.ts';
import { exchangeTables } from './enqueue-action.ts';
import { logTables } from './log-rows.ts';
import { prepareWrites } from './prepare-writes.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';
import { type StoredTotals, storeOneLog } from './store-one-log.ts';
import { isOneLog, storeWrites } from './store-writes.ts';

/** One change of one row, as a feature asks for it. Operations, tags, tallies and history follow from it. */
export type Write =
  | {
      readonly [T in TableName]: { readonly kind: 'create'; readonly table: T; readonly record: RecordOf<T> };
    }[TableName]
  | {
      readonly [T in Exclude<TableName, 'progressLogs'>]: {
        readonly kind: 'set';
        readonly table: T;
        readonly id: string;
        /** Whole field units. `undefined` removes an optional field. */
        readonly fields: { readonly [F in keyof RecordOf<T>]?: RecordOf<T>[F] | undefined };
        /** The row's `tags` as the author saw them: a guarded field that was changed since is then not written over. */
        readonly seen?: Readonly<Record<string, string>> | undefined;
      };
    }[Exclude<TableName, 'progressLogs'>]
  /** Of a log everything is fixed but who has confirmed it. */
  | {
      readonly kind: 'set';
      readonly table: 'progressLogs';
      readonly id: string;
      readonly fields: Pick<RecordOf<'progressLogs'>, 'confirmedBy'>;
      readonly seen?: undefined;
    }
  | { readonly kind: 'delete' | 'restore'; readonly table: Exclude<TableName, 'progressLogs'>; readonly id: string };

/** What the user did, in one word: history shows it in the user's language. */
export type ActionLabel =
  | 'log-created'
  | 'log-corrected'
  | 'log-withdrawn'
  | 'log-restored'
  | 'record-created'
  | 'record-changed'
  | 'record-deleted'
  | 'record-restored'
  | 'goal-changed'
  | 'promise-sealed'
  | 'examples-taken'
  | 'examples-removed'
  | 'imported'
  | 'backup-restored'
  | 'undone';

export interface Action {
  readonly label: ActionLabel;
  readonly writes: readonly Write[];
  /** The draft that this action saves: cleared in the same transaction. */
  readonly draftKey?: string;
  /** Groups the actions of one import, so that the whole can be undone. */
  readonly batch?: string;
  /** The action that this one takes back. */
  readonly undoes?: string;
  /** What is stored with the rows, or not at all: in which tables, and how. Inside the transaction, which may be tried again. */
  readonly beside?: { readonly tables: readonly string[]; readonly store: () => Promise<unknown> };
  /**
   * Told the totals that a lone log moves while it is on its way to the disk, so that what they mean can be worked out
   * meanwhile. They are stored only when {@link commitAction} answers with the same ones.
   */
  readonly onTotals?: (totals: StoredTotals) => void;
}

export interface CommitTools {
  readonly now: () => string;
  readonly newId: () => string;
  /** The day in Stockholm: a log dated after it cannot be done already. */
  readonly today?: () => string;
}

/** `tx` names the action in history; undo takes it. `batch` when it was too large for one and became several. */
export interface Committed {
  readonly tx: string;
  readonly batch?: string;
  /** After a lone log: the totals of the goals it moved, as stored. Goals that it left as they were are not named. */
  readonly totals?: StoredTotals;
}

/**
 * The one way to write: rows, history, tallies and the removal of the draft in one transaction that is on disk before
 * this resolves.
 * Throws `InvalidRecord` for what no form should have let through, `ConflictingChange` when a guarded field was changed
 * since the author saw it, and `StorageFailure` when the device could not store the whole action. Then nothing is stored
 * and the draft is as it was.
 */
export async function commitAction(db: Database, action: Action, tools: CommitTools): Promise<Committed> {
  const writes = prepareWrites(action.writes);
  const tx = tools.newId();
  // What was typed last must not be written after the saving that clears it.
  const waiting = action.draftKey === undefined ? undefined : await settleDraft(db, action.draftKey);
  const stored = await runAction(db, async (attempt): Promise<Stored> => {
    const log = isOneLog(action, writes) && writes[0]?.kind === 'create' ? writes[0].record : undefined;
    const totals = log && (await storeOneLog(db, log, tools, action));
    if (log && totals) return { txs: [log.id], totals };
    return runTransaction(db, 'rw', listTables(action, writes), async () => {
      if (attempt === 2 && (await wasStored(db, tx))) return { txs: [tx] };
      const [txs] = await Promise.all([
        storeWrites(db, action, writes, { ...tools, tx }),
        action.draftKey !== undefined && db.drafts.delete(action.draftKey),
        action.beside?.store(),
      ]);
      return { txs };
    });
  });
  if (action.draftKey !== undefined) forgetDraft(db, action.draftKey, waiting);
  return toCommitted(action, writes, stored, tx);
}

interface Stored {
  readonly txs: readonly string[];
  readonly totals?: StoredTotals;
}

function toCommitted(action: Action, writes: readonly PlannedWrite[], { txs, totals }: Stored, tx: string): Committed {
  const [first] = txs;
  const [write] = writes;
  // A log saved twice is one log, and its id names the action that made it.
  if (first === undefined) return { tx: isOneLog(action, writes) && write?.kind === 'create' ? write.record.id : tx };
  const batch = action.batch ?? (txs.length > 1 ? tx : undefined);
  return { tx: first, ...(batch && { batch }), ...(totals && { totals }) };
}

const wasStored = async (db: Database, tx: string) => (await db.history.where('tx').equals(tx).count()) > 0;

/** Exactly the tables that the action reads or writes, so that it waits for no other. */
function listTables(action: Action, writes: readonly PlannedWrite[]): readonly string[] {
  const written: readonly string[] = writes.map(({ table }) => table);
  const counts = written.some((table) => ['progressLogs', 'promises', 'activities', 'goals'].includes(table));
  const counted = counts ? [...countingTables, ...logTables, 'goalTotals', 'goalDays'] : [];
  const drafts = action.draftKey === undefined ? [] : ['drafts'];
  const beside = action.beside?.tables ?? [];
  return [...new Set(['promises', 'history', ...exchangeTables, ...written, ...counted, ...drafts, ...beside])];
}
