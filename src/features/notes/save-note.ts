import type { Issue, Parsed } from '#domain/records/parse-record.ts';
import type { RecordOf } from '#domain/records/tables.ts';
import type { Services } from '#features/services.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import type { Row } from '#storage/database.ts';

/** What people write about a goal. */
export type NoteTable = 'measurements' | 'assessments' | 'deviations' | 'comments';

export interface NoteSaving<T extends NoteTable> {
  readonly table: T;
  readonly parsed: Parsed<RecordOf<T>>;
  /** The note as it stood when its form was opened; undefined for a new one. */
  readonly base?: Row<T> | undefined;
  /** What the screening found. */
  readonly screened: readonly Issue[];
  readonly draftKey: string;
}

export type NoteSaved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** Somebody changed the note meanwhile. */
  | { readonly kind: 'conflict' };

/** Saves a new or changed note with its draft in one action. Throws `StorageFailure`; then nothing is stored. */
export async function saveNote<T extends NoteTable>(services: Services, saving: NoteSaving<T>): Promise<NoteSaved> {
  const { parsed, screened, draftKey, table, base } = saving;
  const issues = [...(parsed.kind === 'invalid' ? parsed.issues : []), ...screened];
  if (parsed.kind === 'invalid' || issues.length > 0) return { kind: 'invalid', issues };
  const write = base
    ? { kind: 'set', table, id: base.id, fields: pickChanges(base, parsed.value), seen: base.tags }
    : { kind: 'create', table, record: parsed.value };
  try {
    const label = base ? 'record-changed' : 'record-created';
    await commit(services, { label, writes: [write as Write], draftKey });
    return { kind: 'saved' };
  } catch (error) {
    if (error instanceof ConflictingChange) return { kind: 'conflict' };
    throw error;
  }
}

/** Takes a note away; {@link restoreNote} brings it back at any time. */
export const removeNote = (services: Services, table: NoteTable, id: string): Promise<unknown> =>
  commit(services, { label: 'record-deleted', writes: [{ kind: 'delete', table, id }] });

export const restoreNote = (services: Services, table: NoteTable, id: string): Promise<unknown> =>
  commit(services, { label: 'record-restored', writes: [{ kind: 'restore', table, id }] });

const commit = ({ db, clock, newId }: Services, action: Parameters<typeof commitAction>[1]) =>
  commitAction(db, action, { now: clock.now, newId, today: clock.today });

const stamps: ReadonlySet<string> = new Set(['id', 'promiseId', 'createdAt', 'updatedAt', 'deletedAt', 'tags']);

/** Fields whose content differs; one that is no longer there is removed. */
function pickChanges(base: object, record: object): Readonly<Record<string, unknown>> {
  const before: Readonly<Record<string, unknown>> = { ...base };
  const after: Readonly<Record<string, unknown>> = { ...record };
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter((name) => !stamps.has(name)));
  return Object.fromEntries(
    [...names]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name]]),
  );
}
