/** Making a handover: what is known of some promises, or what of it somebody does not know yet. */
import { toRowKey } from '#domain/delivery/synced-row.ts';
import { mayBeIn } from '#domain/disclosure/protection.ts';
import type { HandedAction } from '#domain/handover/handed-action.ts';
import type { Handover } from '#domain/handover/handover.ts';
import { listUnknown, type Summary, summarise } from '#domain/handover/summary.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { tableNames } from '#domain/records/tables.ts';
import type { Database } from './database.ts';
import { readDeviceMeta } from './device-meta.ts';
import { foldRows, listChained, replaceLogs } from './fold-rows.ts';
import { groupOperations, orderStored, readActions, toCreationFields } from './handover-history.ts';
import { type HandoverDevice, type Partner, putNotes, readNotes } from './handover-notes.ts';
import { listAfters, listKnownNames, toHandedAction, toHandedLog } from './known-actions.ts';
import type { LogRow } from './log-rows.ts';
import { listPromiseLogs } from './many-logs.ts';
import { isExplained } from './plan-handover.ts';
import { readScope } from './read-scope.ts';
import { runTransaction } from './run-transaction.ts';
import { runAction } from './running-actions.ts';

export interface HandoverWish {
  readonly id: string;
  readonly savedAt: string;
  readonly from: HandoverDevice;
  readonly promiseIds: readonly string[];
  /** Somebody that was handed something before: only what has come since. Otherwise everything. */
  readonly since?: Partner | undefined;
}

export type MadeHandover =
  | { readonly kind: 'made'; readonly handover: Handover }
  /** Their past is not all on this device: they were shared through a server. */
  | { readonly kind: 'not-whole'; readonly titles: readonly string[] }
  | { readonly kind: 'joined' };

/** In: what is wished. Out: the handover; it is nobody's before {@link noteHanded} says so. Examples and protected promises are never handed over. */
export const makeHandover = (db: Database, wish: HandoverWish): Promise<MadeHandover> =>
  runTransaction(
    db,
    'r',
    db.tables.map(({ name }) => name),
    async () => ((await readDeviceMeta(db)) === undefined ? collect(db, wish) : { kind: 'joined' }),
  );

async function collect(db: Database, { since, ...wish }: HandoverWish): Promise<MadeHandover> {
  const promises = (await db.promises.bulkGet([...wish.promiseIds])).flatMap((promise) =>
    promise === undefined || promise.example !== undefined || !mayBeIn(promise, 'handover') ? [] : [promise],
  );
  const broken: string[] = [];
  const actions = new Map<string, HandedAction>();
  const known: Record<string, Summary> = {};
  for (const { id, title } of promises) {
    const own = await readPromise(db, id);
    if (own === undefined) broken.push(title);
    const names = own?.map(({ tx }) => tx) ?? [];
    known[id] = summarise(names);
    const wanted = new Set(since ? listUnknown(names, since.known[id] ?? {}) : names);
    for (const action of own ?? []) if (wanted.has(action.tx)) actions.set(action.tx, action);
  }
  if (broken.length > 0) return { kind: 'not-whole', titles: broken };
  const { id, savedAt, from } = wish;
  const named = promises.map((promise) => ({ id: promise.id, title: promise.title }));
  const front = { id, savedAt, from, promises: named, ...(since && { since: since.bundle }) };
  return { kind: 'made', handover: { ...front, actions: [...actions.values()], known } };
}

/** Every action of a promise; undefined when its rows are not what they make of them. */
async function readPromise(db: Database, promiseId: string): Promise<readonly HandedAction[] | undefined> {
  const actions = await readActions(db, [promiseId]);
  const logs = await listPromiseLogs(db, promiseId);
  const isOnlyHere = actions.every(({ changes }) => changes.every(({ scope }) => scope === promiseId));
  const stored = groupOperations(actions, logs);
  if (!isOnlyHere || !(await isWhole(db, promiseId, logs, stored))) return undefined;
  const fields = toCreationFields(actions, logs);
  const afters = listAfters(stored);
  const names = new Set(await listKnownNames(db, promiseId, logs));
  return [
    ...actions.map((row) => toHandedAction(row, fields, afters)),
    ...logs.filter(({ id }) => names.has(id)).map((log) => toHandedLog(log, fields.get(log.id) ?? {})),
  ];
}

async function isWhole(
  db: Database,
  promiseId: string,
  logs: readonly LogRow[],
  stored: ReturnType<typeof groupOperations>,
): Promise<boolean> {
  const ordered = [...stored.values()].map((own) => orderStored(own));
  const replaced = replaceLogs(listChained(ordered));
  // A log that nothing was done to is what it was made as.
  const folded = foldRows(ordered.filter((own) => own.length > 1 || own[0]?.op.tbl !== 'progressLogs'));
  for (const table of tableNames) {
    if (table === 'progressLogs') continue;
    for (const row of await readScope(db, table, promiseId))
      if (!isExplained(row, folded.get(toRowKey(table, row.id))?.row, replaced)) return false;
  }
  return logs.every((log) => {
    const made = folded.get(toRowKey('progressLogs', log.id))?.row;
    const row = log as unknown as StoredRow;
    return log.replacedBy === replaced.get(log.id) && (made === undefined || isExplained(row, made, replaced));
  });
}

/** A handover has left the device: the next one to the same receiver goes on from it. `to`: as people call them. */
export const noteHanded = (db: Database, handover: Handover, to: string): Promise<void> =>
  runAction(db, () =>
    runTransaction(db, 'rw', ['meta'], async () => {
      const notes = await readNotes(db);
      const { id, savedAt, known } = handover;
      const partner: Partner = { at: savedAt, bundle: id, known: { ...notes.partners[to]?.known, ...known } };
      await putNotes(db, {
        ...notes,
        partners: { ...notes.partners, [to]: partner },
        bundles: [...notes.bundles, id],
      });
    }),
  );
