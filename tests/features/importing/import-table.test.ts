import { describe, expect, test } from 'vitest';
import { previewGoals } from '#domain/importing/preview-goals.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { undoImport } from '#features/importing/commit-import.ts';
import { mappingKey, toMappingDraft } from '#features/importing/import-state.ts';
import type { Services } from '#features/services.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction } from '#storage/commit-action.ts';
import { readDraft, saveDraft } from '#storage/drafts.ts';
import { readHistoryPage } from '#storage/history.ts';
import { listPromiseLogs } from '#storage/many-logs.ts';
import { readOverview } from '#storage/overview.ts';
import { isStanding } from '#storage/progress-logs.ts';
import { makeWork, prepare, startStory } from './import-story.ts';

async function readFigures({ db, clock }: Services, promiseId: string) {
  const overview = await readOverview(db, promiseId);
  if (!overview) throw new Error('The promise is not there');
  return computePromise(overview, clock.today()).map(({ goal, progress }) => [goal.id, progress] as const);
}

const countStanding = async ({ db }: Services, promiseId: string) =>
  (await listPromiseLogs(db, promiseId)).filter(isStanding).length;

describe('an import of work', () => {
  test('of 5,000 rows is one thing: stored whole, said beforehand, taken back and brought back in one step', async () => {
    const { services, story } = await startStory();
    const { id } = story.promise;
    const start = await readFigures(services, id);
    const { plan, planned, checked, commit } = await prepare(services, id, makeWork(5000));
    expect([checked.rows, checked.ready.length, checked.problems]).toEqual([5000, 5000, []]);
    if (planned.kind !== 'logs') throw new Error('The table tells of work');
    const said = previewGoals(plan, planned.logs, services.clock.today());
    const batch = await commit();
    expect(await countStanding(services, id)).toBe(5000);
    const after = new Map(await readFigures(services, id));
    expect(said.length).toBeGreaterThan(1);
    for (const { goal, after: promised } of said) expect(after.get(goal.id)).toEqual(promised);

    const undone = await undoImport(services, batch);
    expect(undone).toMatchObject({ kind: 'undone', kept: [] });
    expect(await countStanding(services, id)).toBe(0);
    expect(await readFigures(services, id)).toEqual(start);
    expect(await undoImport(services, batch)).toEqual({ kind: 'already-undone' });

    await undoImport(services, undone.kind === 'undone' ? undone.batch : '');
    expect(new Map(await readFigures(services, id))).toEqual(after);
    await auditTallies(services.db);
    expect(new Map(await readFigures(services, id))).toEqual(after);
  }, 120_000);

  test('is told in history as actions of one batch, and read again it is known', async () => {
    const { services, story } = await startStory();
    const { id } = story.promise;
    const rows = makeWork(450);
    const batch = await (await prepare(services, id, rows)).commit();
    const { entries } = await readHistoryPage(services.db, { promiseId: id });
    expect(entries.filter((entry) => entry.batch === batch).map(({ label }) => label)).toEqual([
      'imported',
      'imported',
      'imported',
    ]);
    const again = await prepare(services, id, rows);
    expect([again.checked.ready, again.checked.exists.length]).toEqual([[], 450]);
    await undoImport(services, batch);
    expect((await prepare(services, id, rows)).checked.ready).toHaveLength(450);
  });

  test('that cannot be stored leaves nothing', async () => {
    const { services, story } = await startStory();
    const { id } = story.promise;
    const { commit } = await prepare(services, id, makeWork(450));
    // Somebody removes the promise while the dry run is being read.
    const removal = { kind: 'delete', table: 'promises', id } as const;
    const tools = { now: services.clock.now, newId: services.newId };
    await commitAction(services.db, { label: 'record-deleted', writes: [removal] }, tools);
    await expect(commit()).rejects.toThrow();
    expect(await services.db.progressLogs.count()).toBe(0);
    expect((await services.db.history.toArray()).filter(({ label }) => label === 'imported')).toEqual([]);
  });

  test('ends the draft of what its columns were', async () => {
    const { services, story } = await startStory();
    const { id } = story.promise;
    const { state, commit } = await prepare(services, id, makeWork(3));
    saveDraft(services.db, mappingKey(id), toMappingDraft(state));
    expect(await readDraft(services.db, mappingKey(id))).toMatchObject({ kind: 'logs', roles: { datum: 'date' } });
    await commit();
    expect(await readDraft(services.db, mappingKey(id))).toBeUndefined();
  });
});

test('an import of activities makes areas, activities and goals, and undone it leaves the promise as it was', async () => {
  const { services, story } = await startStory();
  const { id } = story.promise;
  const { planned, checked, commit } = await prepare(services, id, [
    ['Fokusområde', 'Aktivitet', 'Ansvarig', 'Mål', 'Enhet', 'Period'],
    ['Trafik', 'Vi mäter hastighet vid skolan.', 'Polisen', '2', 'mätningar', 'per månad'],
    ['Trafik', 'Vi målar övergångsställen.', 'Polisen', '12', 'övergångsställen', ''],
    ['', 'Nattvandring', '', '', '', ''],
  ]);
  expect([checked.kind, checked.exists.length, planned]).toMatchObject(['activities', 1, { kind: 'activities' }]);
  const batch = await commit();
  const overview = await readOverview(services.db, id);
  expect(overview?.focusAreas.map(({ name }) => name)).toEqual(['Trafik']);
  expect(overview?.activities.map(({ shortName }) => shortName).slice(2)).toEqual([
    'Vi mäter hastighet vid skolan',
    'Vi målar övergångsställen',
  ]);
  expect(overview?.goals.slice(3).map(({ target }) => target.kind)).toEqual(['recurrence', 'count']);
  expect(await undoImport(services, batch)).toMatchObject({ kind: 'undone', kept: [] });
  const left = await readOverview(services.db, id);
  expect([left?.focusAreas, left?.activities.length, left?.goals.length]).toEqual([[], 2, 3]);
});
