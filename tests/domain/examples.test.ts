import { describe, expect, test } from 'vitest';
import { toPeriod } from '#domain/calendar/period.ts';
import type { ExampleBundle } from '#domain/examples/example-bundle.ts';
import { createExamplePromises } from '#domain/examples/example-promises.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, tableNames } from '#domain/records/tables.ts';
import { createExampleTools, findBrokenReferences, listRecords } from './example-tools.ts';

/**
 * What the annotations of the five texts list. `parties` are those who promise; `channels` of Bengtsfors are annotated
 * as three, of which the first is two websites; Torsby's frequency without a number became a goal beside its activity.
 * `order` is how activities (a) and goals (g) follow each other in the text.
 */
const annotated = [
  {
    name: 'Mark',
    order: 'aaaaggg',
    activities: 4,
    goals: 3,
    goalsOfFrequencies: 0,
    parties: 3,
    units: 0,
    focusAreas: 3,
    sources: 3,
    channels: 0,
    signatories: 0,
  },
  {
    name: 'Okänd kommun',
    order: 'gggaaaa',
    activities: 4,
    goals: 3,
    goalsOfFrequencies: 0,
    parties: 2,
    units: 0,
    focusAreas: 3,
    sources: 4,
    channels: 0,
    signatories: 2,
  },
  {
    name: 'Mölndal',
    order: 'aaagggg',
    activities: 3,
    goals: 4,
    goalsOfFrequencies: 0,
    parties: 2,
    units: 0,
    focusAreas: 1,
    sources: 4,
    channels: 4,
    signatories: 2,
  },
  {
    name: 'Bengtsfors',
    order: 'aaggg',
    activities: 2,
    goals: 3,
    goalsOfFrequencies: 0,
    parties: 2,
    units: 4,
    focusAreas: 2,
    sources: 2,
    channels: 4,
    signatories: 0,
  },
  {
    name: 'Torsby',
    order: 'gaaaagaaaaaa',
    activities: 10,
    goals: 1,
    goalsOfFrequencies: 1,
    parties: 2,
    units: 4,
    focusAreas: 2,
    sources: 2,
    channels: 1,
    signatories: 2,
  },
] as const;

const bundles = createExamplePromises(createExampleTools());

function promiseOf(bundle: ExampleBundle) {
  const [promise] = listRecords(bundle, 'promises');
  if (!promise) throw new Error('A bundle without a promise');
  return promise;
}

function bundleOf(name: string): ExampleBundle {
  const bundle = bundles.find((candidate) => promiseOf(candidate).title.startsWith(name));
  if (!bundle) throw new Error(`No example called ${name}`);
  return bundle;
}

const goalOf = (name: string, shortName: string) =>
  listRecords(bundleOf(name), 'goals').find((goal) => goal.shortName === shortName);

describe.each(annotated)('the example promise of $name', (expected) => {
  const bundle = bundleOf(expected.name);
  const promise = promiseOf(bundle);
  const activities = listRecords(bundle, 'activities');
  const goals = listRecords(bundle, 'goals');

  test('every record passes its schema', () => {
    for (const table of tableNames) {
      for (const record of listRecords(bundle, table)) {
        expect(parseRecord(schemaByTable[table], record)).toEqual({ kind: 'valid', value: record });
      }
    }
  });

  test('every id it refers to is its own', () => {
    expect(findBrokenReferences(bundle)).toEqual([]);
    expect(new Set([...activities, ...goals].map((item) => item.promiseId))).toEqual(new Set([promise.id]));
  });

  test('every item of the text is there', () => {
    expect({
      activities: activities.length,
      goals: goals.length,
      parties: promise.parties.filter((party) => party.signatory).length,
      units: promise.parties.filter((party) => !party.signatory).length,
      focusAreas: listRecords(bundle, 'focusAreas').length,
      sources: promise.situationPicture.sources.length,
      channels: promise.feedbackPlan.channels.length,
      signatories: promise.signatories.length,
    }).toEqual({
      activities: expected.activities,
      goals: expected.goals + expected.goalsOfFrequencies,
      parties: expected.parties,
      units: expected.units,
      focusAreas: expected.focusAreas,
      sources: expected.sources,
      channels: expected.channels,
      signatories: expected.signatories,
    });
  });

  test('activities and goals stand in the order of the text, without gaps', () => {
    const items = [
      ...activities.map(({ order }) => ({ order, letter: 'a' })),
      ...goals.map(({ order }) => ({ order, letter: 'g' })),
    ].toSorted((left, right) => left.order - right.order);
    expect(items.map(({ order }) => order)).toEqual(items.map((_, index) => index + 1));
    expect(items.map(({ letter }) => letter).join('')).toBe(expected.order);
    expect(listRecords(bundle, 'focusAreas').map((area) => area.order)).toEqual(
      listRecords(bundle, 'focusAreas').map((_, index) => index + 1),
    );
  });

  test('no one is named, no original text is kept, and the source is named', () => {
    expect(promise.signatories.filter((signatory) => signatory.name !== undefined)).toEqual([]);
    expect(promise.originalText).toBe('');
    expect(promise.situationPicture.summary).toContain('Källa: ');
    expect(promise.example).toBe('promise');
  });

  test('a trend without figures gets none', () => {
    const series = goals.map((goal) => goal.target).filter((target) => target.kind === 'series');
    expect(series.filter((target) => 'baseline' in target || 'level' in target || 'band' in target)).toEqual([]);
  });

  test('nothing is logged, measured or agreed that the text does not tell', () => {
    expect(Object.keys(bundle).toSorted()).toEqual(['activities', 'focusAreas', 'goals', 'promises']);
    expect(goals.flatMap((goal) => goal.versions)).toEqual([]);
    expect(promise.seal).toBeUndefined();
  });
});

test('four of the five have no number among their goals, and Bengtsfors has two', () => {
  const numbers = bundles.map((bundle) =>
    listRecords(bundle, 'goals').flatMap(({ target }) => (target.kind === 'count' ? [target.value] : [])),
  );
  expect(numbers).toEqual([[], [], [], [5, 1], []]);
});

test('at least five prosecuted counts distinct persons of the police, fed by a measure about persons', () => {
  const goal = goalOf('Bengtsfors', 'Minst fem lagförda');
  const [feed] = goal?.feeds ?? [];
  const measure = listRecords(bundleOf('Bengtsfors'), 'activities')
    .flatMap((activity) => activity.measures)
    .find(({ id }) => id === feed?.measureId);
  const owners = promiseOf(bundleOf('Bengtsfors')).parties.filter(({ id }) => goal?.ownerPartyIds.includes(id));
  expect(goal).toMatchObject({
    personRelated: true,
    smallNumberThreshold: 5,
    target: { kind: 'count', value: 5, distinctPersons: true },
  });
  expect(measure).toMatchObject({ unit: 'individer', personRelated: true });
  expect(owners.map(({ kind }) => kind)).toEqual(['police']);
});

test('a goal judged in words has a neutral ladder that says it was added', () => {
  const goal = goalOf('Bengtsfors', 'Insatser till tidigare okända');
  const rubric = goal?.target.kind === 'judged' ? goal.target.rubric : [];
  expect(rubric.map(({ name }) => name)).toEqual(['Försämrat', 'Oförändrat', 'Förbättrat']);
  expect(rubric.every(({ description }) => description?.startsWith('Tillagd för uppföljningen'))).toBe(true);
});

test('a rhythm without a number is ongoing and gets no number', () => {
  expect(goalOf('Torsby', 'Kontinuerliga SSPF-möten')?.target).toEqual({ kind: 'ongoing', unit: 'möten' });
});

test('an unnamed municipality stays unnamed and an activity without a party stays without', () => {
  const bundle = bundleOf('Okänd kommun');
  expect(promiseOf(bundle)).toMatchObject({ municipalities: [], policeAreas: [] });
  expect(
    listRecords(bundle, 'activities')
      .filter((activity) => activity.parties.length === 0)
      .map((activity) => activity.shortName),
  ).toEqual(['Upptäcka unga i riskzon', 'Insatser vid trafikproblem']);
});

test('periods are those of the texts', () => {
  const periods = bundles.map((bundle) => toPeriod(promiseOf(bundle).period, promiseOf(bundle).signedOn));
  expect(periods).toEqual([
    { from: '2022-01-01', to: '2022-12-31' },
    { from: '2022-01-01', to: '2022-12-31' },
    { from: '2018-02-01', to: '2019-01-31' },
    { from: '2019-01-01', to: '2019-12-31' },
    undefined,
  ]);
  expect(promiseOf(bundleOf('Torsby')).period).toMatchObject({ fromSigning: true, months: 12 });
});

test('the sizes of sources are kept', () => {
  expect(promiseOf(bundleOf('Mölndal')).situationPicture.sources.map(({ respondents }) => respondents)).toEqual([
    600,
    200,
    undefined,
    undefined,
  ]);
});

test('units of a municipality name it as their parent', () => {
  const { parties } = promiseOf(bundleOf('Torsby'));
  const municipality = parties.find(({ kind }) => kind === 'municipality');
  expect(parties.filter(({ parentId }) => parentId === municipality?.id).map(({ name }) => name)).toEqual([
    'Socialtjänsten',
    'Skolan',
    'Fritid',
    'Tekniska avdelningen',
  ]);
});
