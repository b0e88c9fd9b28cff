import { expect, test } from 'vitest';
import { emptyActivityForm } from '#features/promises/activity-form.ts';
import { moveItem } from '#features/promises/item-order.ts';
import { findPlanGaps } from '#features/promises/plan-gaps.ts';
import { type PromiseForm, toPromiseForm } from '#features/promises/promise-form.ts';
import { removeActivity } from '#features/promises/remove-item.ts';
import { saveActivity } from '#features/promises/save-activity.ts';
import { savePromise } from '#features/promises/save-promise.ts';
import type { Services } from '#features/services.ts';
import { readActivities } from '#storage/activities.ts';
import { commitAction } from '#storage/commit-action.ts';
import { readFocusAreas } from '#storage/focus-areas.ts';
import { createServices, newId, savedPromise } from './promise-services.ts';

async function readBase({ db }: Services, promiseId: string) {
  const promise = await db.promises.get(promiseId);
  if (!promise) throw new Error('missing');
  return { promise, focusAreas: await readFocusAreas(db, promiseId) };
}

async function change(services: Services, promiseId: string, edit: (form: PromiseForm) => Partial<PromiseForm>) {
  const base = await readBase(services, promiseId);
  const form = toPromiseForm(base.promise, base.focusAreas);
  return savePromise(services, { base, form: { ...form, ...edit(form) }, draftKey: 'p' });
}

async function addActivity(services: Services, promiseId: string, text: string, fields: object = {}) {
  const activityId = newId();
  const measure = { id: newId(), name: 'Antal insatser', unit: 'insatser', personRelated: false };
  const form = { ...emptyActivityForm(measure, '2026-01-01'), text, ...fields };
  expect(await saveActivity(services, { promiseId, activityId, form, draftKey: 'a' })).toMatchObject({ kind: 'saved' });
  return activityId;
}

const area = (name: string) => ({ id: newId(), name, statement: '', themes: '', problem: '', causes: '' });

test('every field of the form comes back as it was typed', async () => {
  const services = createServices();
  const { id, parties } = await savedPromise(services);
  const typed = (form: PromiseForm): Partial<PromiseForm> => ({
    municipalities: [
      { name: 'Exempelköping', code: '9999' },
      { name: 'Grannby', code: '' },
    ],
    policeAreas: 'Lokalpolisområde Exempel\nLokalpolisområde Grann',
    parties: [
      ...form.parties,
      { id: newId(), kind: 'school', name: 'Skolan', parentId: parties[1]?.id ?? '', signatory: false },
    ],
    period: {
      start: 'signing',
      from: '',
      end: 'months',
      to: '',
      months: '12',
      basis: 'ett (1) år från det att det tecknas',
    },
    signedOn: '2026-02-01',
    terms: [{ name: 'Våren', from: '2026-01-10', to: '2026-06-10' }],
    agreement: 'Överenskommelse 2024',
    programme: 'Trygg stad',
    registryNumber: 'KS 1',
    sourceUrl: 'https://example.se/lofte',
    summary: 'Otryggt i centrum.',
    sources: [{ kind: 'survey', title: 'Trygghetsmätning', date: '2025-10-01', respondents: '1 204', url: '' }],
    focusAreas: [
      { ...area('Centrum'), statement: 'Lugnare kvällar', themes: 'trafik\nunga', problem: 'Buller', causes: 'Mörkt' },
    ],
    signatories: [{ role: 'kommunstyrelsens ordförande', name: '', partyId: parties[1]?.id ?? '', acting: true }],
    cadence: 'before-end',
    followUpStatement: 'före årets utgång',
    dueDates: ['2026-12-01'],
    channels: [{ kind: 'social-media', name: 'Facebook' }],
    originalText: 'Löftets text\n\nmed stavfell.  ',
  });
  expect(await change(services, id, typed)).toMatchObject({ kind: 'saved' });
  const { promise, focusAreas } = await readBase(services, id);
  const after = toPromiseForm(promise, focusAreas);
  const wanted = typed(toPromiseForm(promise, focusAreas));
  expect(after).toMatchObject({
    ...wanted,
    parties: after.parties,
    focusAreas: after.focusAreas,
    sources: [{ respondents: '1204' }],
  });
  expect(after.parties.map(({ name }) => name)).toEqual(['Polisen', 'Exempelköpings kommun', 'Skolan']);
  expect(after.focusAreas).toMatchObject([{ name: 'Centrum', themes: 'trafik\nunga' }]);
  expect(await change(services, id, (form) => form)).toMatchObject({ kind: 'unchanged' });
});

test('an emptied field is removed from the row', async () => {
  const services = createServices();
  const { id } = await savedPromise(services);
  await change(services, id, () => ({ programme: 'Trygg stad' }));
  await change(services, id, () => ({ programme: ' ' }));
  expect((await readBase(services, id)).promise).not.toHaveProperty('programme');
});

test('wrong input is named by its field, and nothing is stored', async () => {
  const services = createServices();
  const { id } = await savedPromise(services);
  const outcome = await change(services, id, (form) => ({
    title: '',
    period: { ...form.period, to: '2025-01-01' },
    sourceUrl: 'javascript:alert(1)',
    sources: [{ kind: 'tips', title: '', date: '', respondents: 'några', url: '' }],
    focusAreas: [area('')],
    signatories: [{ role: '', name: '', partyId: '', acting: false }],
    policeAreas: 'x'.repeat(101),
  }));
  const named = outcome.kind === 'invalid' ? outcome.issues.map(({ path, code }) => `${path} ${code}`) : [];
  expect(named).toEqual(
    expect.arrayContaining([
      'title required',
      'period.to ends-before-start',
      'sourceUrl not-a-link',
      'sources.0.title required',
      'sources.0.respondents not-a-number',
      'focusAreas.0.name required',
      'signatories.0.role required',
      'signatories.0.partyId required',
      'policeAreas too-long',
    ]),
  );
  expect((await readBase(services, id)).promise.title).toBe('Medborgarlöfte 2026');
});

test('a signed text is verbatim for ever, but may be entered afterwards', async () => {
  const services = createServices();
  const { id } = await savedPromise(services);
  await change(services, id, () => ({ signedOn: '2026-01-01' }));
  await change(services, id, () => ({ originalText: 'Den undertecknade texten' }));
  await change(services, id, () => ({ originalText: 'En annan text', title: 'Nytt namn' }));
  expect((await readBase(services, id)).promise).toMatchObject({
    originalText: 'Den undertecknade texten',
    title: 'Nytt namn',
  });
});

test('a removed party and focus area are let go of by every item in the same action', async () => {
  const services = createServices();
  const { id, parties } = await savedPromise(services);
  const centre = area('Centrum');
  await change(services, id, () => ({ focusAreas: [centre] }));
  const partyId = parties[0]?.id ?? '';
  const activityId = await addActivity(services, id, 'Kontroller', {
    focusAreaId: centre.id,
    parties: [{ partyId, role: 'responsible' }],
  });
  await change(services, id, (form) => ({ focusAreas: [], parties: form.parties.slice(1) }));
  const activity = await services.db.activities.get(activityId);
  expect(activity?.parties).toEqual([]);
  expect(activity?.focusAreaId).toBeUndefined();
  expect(await readFocusAreas(services.db, id)).toEqual([]);
});

test('items change places one step at a time and stay at the edges', async () => {
  const services = createServices();
  const { id } = await savedPromise(services);
  const [a, b, c] = [
    await addActivity(services, id, 'A'),
    await addActivity(services, id, 'B'),
    await addActivity(services, id, 'C'),
  ];
  const names = async () => (await readActivities(services.db, id)).map(({ text }) => text).join('');
  await moveItem(services, { promiseId: id, itemId: c, by: -1 });
  expect(await names()).toBe('ACB');
  await moveItem(services, { promiseId: id, itemId: a, by: 1 });
  expect(await names()).toBe('CAB');
  expect(await moveItem(services, { promiseId: id, itemId: b, by: 1 })).toMatchObject({ kind: 'unchanged' });
});

test('an activity with logged work is not removed', async () => {
  const services = createServices();
  const { id } = await savedPromise(services);
  const activityId = await addActivity(services, id, 'Kontroller');
  const activity = await services.db.activities.get(activityId);
  const now = services.clock.now();
  const log = {
    id: newId(),
    promiseId: id,
    createdAt: now,
    updatedAt: now,
    activityIds: [activityId],
    date: '2026-01-01',
    quantities: { [activity?.measures[0]?.id ?? '']: 1 },
    state: 'done' as const,
    partyIds: [],
    byOutcomes: [],
    confirmedBy: [],
    visibility: 'internal' as const,
    review: 'none' as const,
  };
  await commitAction(
    services.db,
    { label: 'log-created', writes: [{ kind: 'create', table: 'progressLogs', record: log }] },
    { now: services.clock.now, newId },
  );
  expect(await removeActivity(services, { promiseId: id, activityId, draftKey: 'a' })).toEqual({ kind: 'has-logs' });
});

test('the plan says what it lacks and where to mend it', async () => {
  const services = createServices();
  const { id } = await savedPromise(services);
  const activityId = await addActivity(services, id, 'Kontroller');
  const { promise } = await readBase(services, id);
  const gaps = findPlanGaps({
    promise: { ...promise, municipalities: [] },
    activities: await readActivities(services.db, id),
    goals: [],
  });
  expect(gaps).toContainEqual({ kind: 'municipality-unknown', at: 'promise', section: 'places' });
  expect(gaps).toContainEqual({ kind: 'no-party', at: 'activity', id: activityId, name: 'Kontroller' });
  expect(gaps.map(({ kind }) => kind)).not.toContain('period-unknown');
});
