/** Actions as they are handed over: read from what is stored, and compared with what is handed in. */
import { type HandedAction, isLoneLog } from '#domain/handover/handed-action.ts';
import type { Json } from '#domain/operations/operation.ts';
import { schemaVersion } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { Database } from './database.ts';
import { listCreatedLogs, orderStored, readActions, type StoredByRow, toCreationFields } from './handover-history.ts';
import type { HistoryRow } from './history-row.ts';
import { getLogs, type LogRow } from './log-rows.ts';

type Fields = Readonly<Record<string, Json>>;

/** A stored action as it is carried. `afters`: what each operation came after, by its id. */
export function toHandedAction(
  row: HistoryRow,
  fields: ReadonlyMap<string, Fields>,
  afters: ReadonlyMap<string, string | undefined>,
): HandedAction {
  const { tx, at, sv, label, batch, undoes } = row;
  const changes = row.changes.map(({ before: _before, after: _after, ...change }) => {
    const f = change.f ?? fields.get(change.ent);
    const after = afters.get(change.id);
    return { ...change, ...(f && { f }), ...(after !== undefined && { after }) };
  });
  return { tx, at, sv, label, ...(batch && { batch }), ...(undoes && { undoes }), changes };
}

/** A log that was saved alone, as it is carried. `f`: what it said when it was made. */
export const toHandedLog = ({ id, promiseId, corrects, createdAt }: LogRow, f: Fields): HandedAction => ({
  tx: id,
  at: createdAt,
  sv: schemaVersion,
  changes: [
    { id, kind: corrects === undefined ? 'append' : 'correct', tbl: 'progressLogs', ent: id, scope: promiseId, f },
  ],
});

/** What each operation came after, by its id. In: operations as they were stored, by row. */
export const listAfters = (stored: StoredByRow): ReadonlyMap<string, string | undefined> =>
  new Map(
    [...stored.values()].flatMap((operations) =>
      orderStored(operations).map(({ op, after }): readonly [string, string | undefined] => [op.id, after]),
    ),
  );

/**
 * Which of the handed actions are known here already. In: actions, and what is stored of their promises.
 * Out: their names; `contradicts` when one of them says something else here.
 */
export async function findKnown(
  db: Database,
  handed: readonly HandedAction[],
  actions: readonly HistoryRow[],
): Promise<ReadonlySet<string> | 'contradicts'> {
  const byTx = new Map(actions.map((row) => [row.tx, row]));
  const wanted = handed.filter(({ tx }) => byTx.has(tx));
  const lone = handed.filter(isLoneLog).map(({ tx }) => tx);
  const created = wanted.flatMap(({ changes }) =>
    changes.flatMap(({ tbl, ent }) => (tbl === 'progressLogs' ? [ent] : [])),
  );
  const logs = (await getLogs(db, [...new Set([...lone, ...created])])).filter((log) => log !== undefined);
  const fields = toCreationFields(actions, logs);
  const logById = new Map(logs.map((log) => [log.id, log]));
  const known = new Set<string>();
  for (const action of handed) {
    const row = byTx.get(action.tx);
    const log = isLoneLog(action) ? logById.get(action.tx) : undefined;
    if (row === undefined && log === undefined) continue;
    const own = row ? toHandedAction(row, fields, new Map()) : log && toHandedLog(log, fields.get(log.id) ?? {});
    // A log says nothing of the schema that it was made under.
    const same = { ...own, ...(log && { sv: action.sv }) };
    if (!isSameJson(same, withoutAfters(action))) return 'contradicts';
    known.add(action.tx);
  }
  return known;
}

/** What an action came after is no part of what it says: a device works it out for its own, and keeps it for others'. */
const withoutAfters = (action: HandedAction): HandedAction => ({
  ...action,
  changes: action.changes.map(({ after: _after, ...change }) => change),
});

/** The names of all actions that are known of a promise, those that are logs of their own too. */
export async function listKnownNames(db: Database, promiseId: string, logs: readonly LogRow[]) {
  const actions = await readActions(db, [promiseId]);
  const created = new Set(actions.flatMap(listCreatedLogs));
  return [...actions.map(({ tx }) => tx), ...logs.flatMap(({ id }) => (created.has(id) ? [] : [id]))];
}
