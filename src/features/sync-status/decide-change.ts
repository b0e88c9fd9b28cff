/** What becomes of a change that was refused, or laid over another: a person has decided. */
import { toRowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import { addMembers, removeMembers, toMembers } from '#domain/operations/members.ts';
import type { Json, Operation, StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { Services } from '#features/services.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { forgetOverlaid } from '#storage/overlaid-changes.ts';
import { forgetRefused, type Undecided } from '#storage/waiting-work.ts';

type Rows = Undecided['rows'];

/**
 * Keeps what was refused: it is written anew over what stands now, as a change of this moment, and sent again.
 * Throws `StorageFailure`, `ConflictingChange` or `InvalidRecord`; then nothing has changed and it can be tried again.
 */
export async function keepMine(services: Services, entry: BoxEntry, rows: Rows): Promise<void> {
  const writes = entry.operations.flatMap((op) => toWrites(op, rows.get(toRowKey(op.tbl, op.ent)), services.newId));
  if (writes.length > 0) await commit(services, writes);
  await forgetRefused(services.db, entry.tx);
}

/** Lets what stands hold: what was refused is forgotten. */
export const takeTheirs = ({ db }: Services, entry: BoxEntry): Promise<void> => forgetRefused(db, entry.tx);

/** Puts back what this device's change was laid over. Throws as {@link keepMine} does. */
export async function restoreTheirs(services: Services, entry: BoxEntry): Promise<void> {
  const writes = entry.outcomes.flatMap(({ id, fields = [] }): readonly Write[] => {
    const op = entry.operations.find((one) => one.id === id);
    const values = fields.filter(({ field }) => field !== 'deletedAt' && !field.includes('/'));
    if (op === undefined || values.length === 0) return [];
    return [toSet(op, Object.fromEntries(values.map(({ field, value }) => [field, value ?? null])))];
  });
  if (writes.length > 0) await commit(services, writes);
  await forgetOverlaid(services.db, entry.tx);
}

/** Puts back what this person had written and somebody wrote over. Throws as {@link keepMine} does. */
export async function restoreMine(services: Services, entry: BoxEntry): Promise<void> {
  const writes = entry.operations.map((op) => toSet(op, op.f ?? {}));
  await commit(services, writes);
  await forgetOverlaid(services.db, entry.tx);
}

/** Lets what stands hold, whoever of the two wrote it. */
export const letItHold = ({ db }: Services, entry: BoxEntry): Promise<void> => forgetOverlaid(db, entry.tx);

const commit = ({ db, clock, newId }: Services, writes: readonly Write[]) =>
  commitAction(db, { label: 'record-changed', writes }, { now: clock.now, newId, today: clock.today });

function toWrites(op: Operation, row: StoredRow | undefined, newId: () => string): readonly Write[] {
  // The name of a refused log is answered for good: what it says comes back as a new one.
  if (op.tbl === 'progressLogs') return op.kind === 'add' ? [] : [toCreate(op, newId())];
  if (row === undefined) return [toCreate(op, op.ent)];
  if (op.kind === 'delete' || op.kind === 'restore') return [toRemoval(op.kind, op)];
  const set = toSet(op, toWanted(op, row));
  return row.deletedAt === undefined ? [set] : [toRemoval('restore', op), set];
}

const toCreate = (op: Operation, id: string) =>
  ({ kind: 'create', table: op.tbl, record: { ...op.f, id, promiseId: op.scope } }) as unknown as Write;

const toRemoval = (kind: 'delete' | 'restore', { tbl, ent }: Operation) => ({ kind, table: tbl, id: ent }) as Write;

const toSet = ({ tbl, ent }: Operation, fields: Readonly<Record<string, Json>>) =>
  ({
    kind: 'set',
    table: tbl as Exclude<TableName, 'progressLogs'>,
    id: ent,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? undefined])),
  }) as Write;

/** The fields as they would be with the operation on top of what stands. */
function toWanted(op: Operation, row: StoredRow): Readonly<Record<string, Json>> {
  if (op.kind !== 'add' && op.kind !== 'remove') return withoutStamps(op.f ?? {});
  return Object.fromEntries(
    Object.entries(op.f ?? {}).map(([field, value]) => {
      const members = toMembers(row[field]);
      const named = toMembers(value);
      return [
        field,
        op.kind === 'add' ? addMembers(members, named) : removeMembers(members, new Set(named.map(String))),
      ];
    }),
  );
}

const withoutStamps = ({ createdAt: _createdAt, updatedAt: _updatedAt, ...fields }: Readonly<Record<string, Json>>) =>
  fields;
