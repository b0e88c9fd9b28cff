/** I9: nobody is given what they may not see. Says itself what a lens hides, and does not ask the code that hides it. */
import type { Lens } from '#domain/delivery/scope-key.ts';
import type { Pulled, PulledRow } from '#protocol/pull.ts';
import type { SpaceTables } from './memory-space.ts';

export type Report = (invariant: string, what: string) => void;

const neverShared: Readonly<Record<string, readonly string[]>> = {
  progressLogs: ['note', 'evidence', 'onBehalfOf'],
  promises: ['situationPicture'],
};

export function checkPulled(answer: Pulled, tables: SpaceTables, userId: string, report: Report): void {
  const members = tables.members.get(userId);
  for (const one of answer.rows) {
    const lens = members?.get(one.row.promiseId)?.lens;
    const what = lens === 'full' ? undefined : findBreach(one, lens);
    if (what !== undefined) report('I9', `${one.table}/${one.row.id} ${what}`);
  }
  for (const { id } of answer.outcomes) {
    if (tables.results.get(id)?.userId !== userId) report('I13', `${id} was told to somebody who did not do it`);
  }
  for (const { promiseId } of answer.gone) {
    if (!members?.has(promiseId)) report('I9', `a row of ${promiseId} was named to somebody who is no member`);
  }
}

function findBreach({ table, row }: PulledRow, lens: Lens | undefined): string | undefined {
  if (lens !== 'shared') return 'went to somebody who is no member';
  if ((neverShared[table] ?? []).some((field) => row[field] !== undefined)) return 'shows inner fields';
  const isInner = row.visibility === 'internal' || row.plannedVisibility === 'internal' || table === 'comments';
  return isInner || (table === 'progressLogs' && row.state === 'planned') ? 'is internal' : undefined;
}
