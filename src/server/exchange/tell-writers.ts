/** Who wrote what somebody's change met: words for people, on which nothing of the exchange rests. */
import type { DeliveryOutcome, ToldField } from '#domain/delivery/delivery-outcome.ts';
import type { OvertakenChange } from '#domain/delivery/overtaken-change.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import type { Json } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { Pulled, PulledRow, PullRequest } from '#protocol/pull.ts';
import type { Actor, StoredResult } from './exchange-rows.ts';
import type { SpaceSnapshot } from './space-store.ts';

/** Rows of one page that are looked at: more come only to who was away for long, and nobody reads so many cards. */
const mostRows = 300;

/**
 * Adds to a page who wrote what the device's own operations met, and which of this person's changes others have laid
 * theirs over. In: the snapshot that the page is from, the page, what was asked, and by whom. Out: the page with it. Only
 * who may see everything of a promise is told, and only of what was changed since they last asked.
 */
export async function tellWriters(
  snapshot: SpaceSnapshot,
  answer: Pulled,
  request: PullRequest,
  actor: Actor,
): Promise<Pulled> {
  const { readNames } = snapshot;
  if (readNames === undefined) return answer;
  const rows = listChanged(answer, request, actor).slice(0, mostRows);
  const laidOver = await readLaidOver(snapshot, rows, actor);
  const met = [...answer.outcomes, ...laidOver.values()].flatMap(({ fields = [] }) =>
    fields.flatMap(({ tag }) => tag ?? []),
  );
  if (met.length === 0) return answer;
  const written = await snapshot.readResults([...new Set(met)]);
  const users = [...written.values(), ...laidOver.values()].map(({ userId }) => userId);
  const names = await readNames([...new Set(users)]);
  const overtaken = rows.flatMap((row) => listOvertaken(row, { laidOver, written, names, actor }));
  const outcomes = answer.outcomes.map((outcome) => addNames(outcome, written, names));
  return { ...answer, outcomes, ...(overtaken.length > 0 && { overtaken }) };
}

type Results = ReadonlyMap<string, StoredResult>;
type Names = ReadonlyMap<string, string>;

/** Rows that the device had before, of promises that this person sees whole. Logs never change. */
function listChanged(answer: Pulled, { cursors }: PullRequest, { members }: Actor): readonly PulledRow[] {
  const isAsked = (promiseId: string) => {
    const key: ScopeKey = `${promiseId}:full`;
    return members.get(promiseId)?.lens === 'full' && (cursors[key] ?? 0) > 0 && answer.scopes[key]?.mode === 'changes';
  };
  return answer.rows.filter(({ table, row }) => table !== 'progressLogs' && isAsked(row.promiseId));
}

/** Of the operations that last wrote these rows, those of others that were laid over what they had not seen. */
async function readLaidOver(snapshot: SpaceSnapshot, rows: readonly PulledRow[], actor: Actor): Promise<Results> {
  const ids = new Set(rows.flatMap(({ row }) => Object.values(row.tags ?? {})));
  if (ids.size === 0) return new Map();
  const results = await snapshot.readResults([...ids]);
  return new Map([...results].filter(([, { kind, userId }]) => kind === 'concurrent' && userId !== actor.userId));
}

interface Facts {
  readonly laidOver: Results;
  readonly written: Results;
  readonly names: Names;
  readonly actor: Actor;
}

function listOvertaken(
  { table, row }: PulledRow,
  { laidOver, written, names, actor }: Facts,
): readonly OvertakenChange[] {
  return [...new Set(Object.values(row.tags ?? {}))].flatMap((id) => {
    const result = laidOver.get(id);
    const fields = (result?.fields ?? []).flatMap(({ field, value, tag }) => {
      const isMine = tag !== null && written.get(tag)?.userId === actor.userId;
      const theirs = row[field] as Json | undefined;
      // Members are not written over, they come out of both; a removal says itself who it was.
      if (!isMine || field === 'deletedAt' || row.tags?.[field] !== id || isSameJson(value, theirs)) return [];
      return [{ field, mine: value, theirs }];
    });
    if (result === undefined || fields.length === 0) return [];
    const by = names.get(result.userId);
    return [{ id, table, ent: row.id, promiseId: row.promiseId, ...(by !== undefined && { by }), fields }];
  });
}

function addNames(outcome: DeliveryOutcome, written: Results, names: Names): DeliveryOutcome {
  if (outcome.fields === undefined) return outcome;
  const fields = outcome.fields.map((field): ToldField => {
    const by = field.tag === null ? undefined : names.get(written.get(field.tag)?.userId ?? '');
    return by === undefined ? field : { ...field, by };
  });
  return { ...outcome, fields };
}
