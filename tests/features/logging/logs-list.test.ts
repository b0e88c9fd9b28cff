import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type LogDraft, startDraft } from '#features/logging/log-draft.ts';
import { logProgress } from '#features/logging/log-progress.ts';
import { explainLog } from '#features/logs/explain-log.ts';
import { findLogs, narrowActivities } from '#features/logs/find-logs.ts';
import { listChanges } from '#features/logs/list-changes.ts';
import { filterNames, type LogFilters, parseFilters, stateFilters, writeFilters } from '#features/logs/log-filters.ts';
import { noteChange, placeRows } from '#features/logs/place-rows.ts';
import type { Services } from '#features/services.ts';
import { restoreLog, withdrawLog } from '#features/withdraw-log.ts';
import { readLog } from '#storage/progress-logs.ts';
import { createLogSearch } from '#storage/search-logs.ts';
import { closeServices, openServices } from './open-services.ts';
import { context, ids, today } from './sample.ts';

afterEach(closeServices);

async function save(services: Services, changes: Partial<LogDraft>) {
  const draft = { ...startDraft(services.newId(), [ids.traffic], today), ...changes };
  const outcome = await logProgress(services, draft, context);
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome.issues));
  return outcome.log;
}

/** A shift's worth of logs, found by what is noted on them. */
async function openWithLogs() {
  const services = await openServices();
  await save(services, { note: 'Halkrisk vid bron', place: 'Centrum', date: '2026-11-19' });
  await save(services, { note: 'Två cyklar', place: 'Skolan', date: '2026-11-20', activityIds: [ids.walk] });
  await save(services, { note: 'Inställd av väder', date: '2026-11-21', state: 'cancelled' });
  await save(services, { note: 'Kommande', date: '2026-11-28', state: 'planned' });
  const search = createLogSearch(services.db);
  const find = async (filters: LogFilters, size = 50) => {
    const activityIds = narrowActivities(filters, context.goals);
    const found = await findLogs(services.db, search, { promiseId: ids.promise, filters, activityIds, size, today });
    return { ...found, notes: found.logs.map((log) => log.note) };
  };
  return { services, find, search };
}

describe('the list', () => {
  it('shows what was done last first and keeps plans ahead one tap away', async () => {
    const { find } = await openWithLogs();
    expect(await find({})).toMatchObject({
      notes: ['Inställd av väder', 'Två cyklar', 'Halkrisk vid bron'],
      hasAhead: true,
      count: 3,
    });
    expect((await find({ state: 'planned' })).notes).toEqual(['Kommande']);
  });

  it('reads only as many rows as are shown', async () => {
    const { find } = await openWithLogs();
    expect(await find({}, 2)).toMatchObject({
      notes: ['Inställd av väder', 'Två cyklar'],
      hasMore: true,
      count: undefined,
    });
    expect(await find({ text: 'i' }, 1)).toMatchObject({ hasMore: true });
  });

  it('finds parts of words in any order, in notes, places and names of activities', async () => {
    const { find } = await openWithLogs();
    expect((await find({ text: 'bron risk' })).notes).toEqual(['Halkrisk vid bron']);
    expect((await find({ text: 'vandring' })).notes).toEqual(['Två cyklar']);
    expect((await find({ text: 'skol två' })).notes).toEqual(['Två cyklar']);
  });

  it('narrows by activity, goal, party, place, state and days, together', async () => {
    const { find } = await openWithLogs();
    expect((await find({ activityId: ids.walk })).notes).toEqual(['Två cyklar']);
    expect((await find({ goalId: ids.walkGoal })).notes).toEqual(['Två cyklar']);
    expect((await find({ goalId: ids.walkGoal, activityId: ids.traffic })).notes).toEqual([]);
    expect((await find({ partyId: ids.municipality })).notes).toEqual(['Två cyklar']);
    expect((await find({ place: 'centrum' })).notes).toEqual(['Halkrisk vid bron']);
    expect((await find({ state: 'cancelled' })).notes).toEqual(['Inställd av väder']);
    expect((await find({ from: '2026-11-20', to: '2026-11-20' })).notes).toEqual(['Två cyklar']);
    expect((await find({ text: 'r', to: '2026-11-20' })).notes).toEqual(['Två cyklar', 'Halkrisk vid bron']);
  });

  it('follows what is logged and withdrawn while it is open', async () => {
    const { services, find } = await openWithLogs();
    expect((await find({ text: 'halk' })).count).toBe(1);
    const log = await save(services, { note: 'Ny halka' });
    expect((await find({ text: 'halk' })).notes).toEqual(['Ny halka', 'Halkrisk vid bron']);
    await withdrawLog(services, log);
    expect((await find({ text: 'halk' })).notes).toEqual(['Halkrisk vid bron']);
    expect((await find({ state: 'withdrawn' })).notes).toEqual(['Ny halka']);
  });
});

describe('the address', () => {
  const anyFilters: fc.Arbitrary<LogFilters> = fc.record(
    {
      text: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
      activityId: fc.uuid(),
      goalId: fc.uuid(),
      partyId: fc.uuid(),
      place: fc.constantFrom('Centrum', 'Östra torget & parken'),
      state: fc.constantFrom(...stateFilters),
      from: fc.constant('2026-01-01'),
      to: fc.constant('2026-12-31'),
    },
    { requiredKeys: [] },
  );
  const read = (filters: LogFilters) => filterNames.map((name) => filters[name]);

  it('keeps every filter, so that a copied link shows the same view', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const address = writeFilters(new URLSearchParams(), filters).toString();
        expect(read(parseFilters(new URLSearchParams(address)))).toEqual(read(filters));
      }),
    );
  });

  it('that means nothing narrows nothing', () => {
    const search = new URLSearchParams('fran=2026-02-30&till=igår&lage=bra&sok=');
    expect(read(parseFilters(search)).every((value) => value === undefined)).toBe(true);
  });

  it('keeps what belongs to others', () => {
    const search = new URLSearchParams('lofte=abc&lage=planerad');
    expect(writeFilters(search, {}).toString()).toBe('lofte=abc');
  });
});

describe('a row that is withdrawn', () => {
  it('stays in its place under its key, and so does the restored one', async () => {
    const { services, find } = await openWithLogs();
    const before = await find({});
    const [, second] = before.logs;
    if (!second) throw new Error('no row');
    const withdrawn = await withdrawLog(services, second);
    const changed = noteChange([], second, withdrawn);
    const keys = before.logs.map((log) => log.id);
    expect(placeRows(before.logs, changed).map((row) => row.key)).toEqual(keys);
    expect(placeRows((await find({})).logs, changed).map((row) => row.key)).toEqual(keys);

    const restored = await restoreLog(services, withdrawn);
    const again = noteChange(changed, withdrawn, restored);
    const rows = placeRows((await find({})).logs, again);
    expect(rows.map((row) => row.key)).toEqual(keys);
    expect(rows[1]?.log.id).toBe(restored.id);
  });
});

describe('the page of a log', () => {
  it('says what it counts for, how much, and why not', async () => {
    const services = await openServices();
    const shared = { promise: context.promise, activities: [...context.activities], goals: [...context.goals] };
    const log = await save(services, {
      activityIds: [ids.traffic, ids.walk],
      count: '2',
      quantities: { [ids.drivers]: '5', [ids.soberDrivers]: '4' },
    });
    expect(explainLog(log, shared, today)).toMatchObject([
      { kind: 'counts', goal: { id: ids.trafficGoal }, amount: 2 },
      { kind: 'counts', goal: { id: ids.shareGoal }, amount: 4, whole: 5 },
      { kind: 'excluded', goal: { id: ids.walkGoal }, reason: 'not-additional' },
    ]);
    await withdrawLog(services, log);
    const old = await readLog(services.db, log.id);
    expect(old && explainLog(old, shared, today).map((one) => one.kind === 'excluded' && one.reason)).toEqual([
      'corrected',
      'corrected',
      'corrected',
    ]);
  });

  it('shows what an entry changed and nothing else', () => {
    const before = [
      { key: 'count', term: 'Antal', value: '3' },
      { key: 'place', term: 'Plats', value: 'Centrum' },
    ];
    const after = [
      { key: 'count', term: 'Antal', value: '2' },
      { key: 'place', term: 'Plats', value: 'Centrum' },
      { key: 'note', term: 'Anteckning', value: 'Lugnt' },
    ];
    expect(listChanges(before, after)).toEqual([
      { key: 'count', term: 'Antal', before: '3', after: '2' },
      { key: 'note', term: 'Anteckning', before: undefined, after: 'Lugnt' },
    ]);
  });
});
