import { isCreation } from '#domain/operations/check-operation.ts';
import { addMembers, orderMembers, removeMembers, toMemberKey, toMembers } from '#domain/operations/members.ts';
import { findMergeClass } from '#domain/operations/merge-class.ts';
import type { Json, StoredRow } from '#domain/operations/operation.ts';
import { listTagNames } from '#domain/operations/plan-operations.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { CommitTools, Write } from './commit-action.ts';
import type { Database } from './database.ts';
import type { HistoryChange, HistoryRow } from './history-row.ts';
import { invertLogs } from './invert-logs.ts';
import { readChain } from './log-chain.ts';
import { getLog } from './log-rows.ts';
import { getRow } from './read-standing.ts';
import { createTagReader, type TagReader } from './read-tags.ts';

/** A field that does not stand as the action left it. */
export interface ChangedField {
  readonly table: TableName;
  readonly id: string;
  readonly field: string;
}

/** What takes an action back, as far as nobody has changed it since. */
export interface Inverse {
  readonly writes: readonly Write[];
  readonly changedSince: readonly ChangedField[];
}

/** In: an action in force. Out: the writes that take it back, the last change first. */
export async function invertAction(db: Database, row: HistoryRow, tools: CommitTools): Promise<Inverse> {
  const byRow = new Map<string, HistoryChange[]>();
  for (const change of row.changes) {
    const place = `${change.tbl}/${change.ent}`;
    const known = byRow.get(place);
    if (known) known.push(change);
    else byRow.set(place, [change]);
  }
  const groups = [...byRow.values()].reverse();
  const logs = await invertLogs(
    db,
    row.changes.filter(isLogEntry).map(({ ent }) => ent),
    tools,
  );
  const writes: Write[] = [...logs.writes];
  const changedSince: ChangedField[] = [...logs.changedSince];
  for (const changes of groups) {
    if (changes.some(isLogEntry)) continue;
    const inverse = await (changes[0]?.tbl === 'progressLogs'
      ? invertConfirmations(db, changes, byRow)
      : invertRow(db, changes));
    writes.push(...inverse.writes);
    changedSince.push(...inverse.changedSince);
  }
  return { writes, changedSince };
}

/** A log is taken back by another one; who confirmed it, as any other field. */
export const isLogEntry = ({ tbl, kind }: HistoryChange): boolean => tbl === 'progressLogs' && isCreation(kind);

/** The same for one log that was saved alone. Undefined when there is no such log. */
export async function invertLog(db: Database, logId: string, tools: CommitTools): Promise<Inverse | undefined> {
  const log = await getLog(db, logId);
  return log && invertLogs(db, [logId], tools);
}

const nothing: Inverse = { writes: [], changedSince: [] };

async function invertRow(db: Database, changes: readonly HistoryChange[]): Promise<Inverse> {
  const [first] = changes;
  if (!first) return nothing;
  const { tbl: table, ent: id } = first;
  const row = await getRow(db, table, id);
  if (!row) return nothing;
  const isRemoved = row.deletedAt !== undefined;
  // Whatever was written in a new row goes with it, and comes back with it.
  if (first.before === undefined) return isRemoved ? nothing : toInverse({ kind: 'delete', table, id });
  const removal = changes.findLast(({ kind }) => kind === 'delete' || kind === 'restore');
  if (removal) return invertRemoval(db, row, removal);
  if (isRemoved) return { writes: [], changedSince: [{ table, id, field: 'deletedAt' }] };
  return invertFields(row, changes, createTagReader(db, id).isAsWrittenBy);
}

/**
 * Who has confirmed a log goes along into what follows it: its withdrawal, its return. Taken back in one of them alone, it
 * would still stand in the others. In: the changes of one log, and all of the action by their rows.
 */
async function invertConfirmations(
  db: Database,
  changes: readonly HistoryChange[],
  byRow: ReadonlyMap<string, readonly HistoryChange[]>,
): Promise<Inverse> {
  const [first] = changes;
  if (!first) return nothing;
  const writes: Write[] = [];
  const changedSince: ChangedField[] = [];
  for (const log of (await readChain(db, [first.ent])).values()) {
    const isOwn = log.id === first.ent;
    if (!isOwn && byRow.has(`progressLogs/${log.id}`)) continue;
    const tags = createTagReader(db, log.id);
    const inverse = await invertFields(
      log as unknown as StoredRow,
      changes,
      isOwn ? tags.isAsWrittenBy : tags.isCarried,
    );
    writes.push(...inverse.writes);
    // What was confirmed in a follower by itself did not come along: it is another action's, and stays.
    if (isOwn) changedSince.push(...inverse.changedSince);
  }
  return { writes, changedSince };
}

async function invertRemoval(
  db: Database,
  row: StoredRow,
  { tbl: table, kind, id: tag }: HistoryChange,
): Promise<Inverse> {
  const { id } = row;
  const isRemoved = row.deletedAt !== undefined;
  if (isRemoved !== (kind === 'delete')) return nothing;
  const isOwn = await createTagReader(db, id).isAsWrittenBy(row, 'deletedAt', tag);
  if (isOwn) return toInverse({ kind: isRemoved ? 'restore' : 'delete', table, id });
  return { writes: [], changedSince: [{ table, id, field: 'deletedAt' }] };
}

const toInverse = (write: { kind: 'delete' | 'restore'; table: TableName; id: string }): Inverse => ({
  writes: [write as Write],
  changedSince: [],
});

async function invertFields(
  row: StoredRow,
  changes: readonly HistoryChange[],
  isAsWrittenBy: TagReader['isAsWrittenBy'],
): Promise<Inverse> {
  const table = changes[0]?.tbl ?? 'promises';
  const names = new Set(changes.flatMap((change) => Object.keys(change.f ?? {})));
  const fields: Record<string, Json | undefined> = {};
  const changedSince: ChangedField[] = [];
  for (const field of names) {
    const own = changes.filter((change) => change.f !== undefined && Object.hasOwn(change.f, field));
    const before = own[0]?.before?.[field] ?? null;
    const isSet = findMergeClass(table, field) === 'members';
    if (await isChangedSince(row, field, own, isAsWrittenBy)) changedSince.push({ table, id: row.id, field });
    else fields[field] = (isSet ? revertMembers(row, field, own, toMembers(before)) : before) ?? undefined;
  }
  if (Object.keys(fields).length === 0) return { writes: [], changedSince };
  return { writes: [{ kind: 'set', table, id: row.id, fields } as Write], changedSince };
}

/** Whether a field, or a member that the action wrote, was last written by another operation than the action's. */
async function isChangedSince(
  row: StoredRow,
  field: string,
  own: readonly HistoryChange[],
  isAsWrittenBy: TagReader['isAsWrittenBy'],
) {
  const writers = new Map<string, string>();
  for (const { id, kind, f = {} } of own) {
    for (const name of listTagNames(kind, { [field]: f[field] ?? null })) writers.set(name, id);
  }
  const isSet = findMergeClass(own[0]?.tbl ?? '', field) === 'members';
  const present = new Set(toMembers(row[field]).map((member) => `${field}/${toMemberKey(member)}`));
  for (const [name, writer] of writers) {
    // Members that are not there any more have no tag: they are as they were before, or were taken out since.
    if (isSet && !present.has(name)) continue;
    if (!(await isAsWrittenBy(row, name, writer))) return true;
  }
  return false;
}

/** The members as they are now, with those that the action touched as they were before it. */
function revertMembers(row: StoredRow, field: string, own: readonly HistoryChange[], before: readonly Json[]): Json {
  const touched = new Set(
    own.flatMap(({ kind, f = {} }) => {
      const members = toMembers(f[field]);
      return kind === 'add' ? members.map(toMemberKey) : members.map(String);
    }),
  );
  const added = own.flatMap(({ kind, f = {} }) => (kind === 'add' ? toMembers(f[field]).map(toMemberKey) : []));
  const beforeKeys = new Set(before.map(toMemberKey));
  const without = removeMembers(toMembers(row[field]), new Set(added.filter((key) => !beforeKeys.has(key))));
  const restored = addMembers(
    without,
    before.filter((member) => touched.has(toMemberKey(member))),
  );
  return orderMembers(restored, [...beforeKeys]);
}
