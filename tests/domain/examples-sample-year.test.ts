import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import type { ExampleBundle } from '#domain/examples/example-bundle.ts';
import { createSampleYear } from '#domain/examples/sample-year.ts';
import { computeProgress } from '#domain/progress/compute-progress.ts';
import { tallyLogs } from '#domain/progress/contribution.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, tableNames } from '#domain/records/tables.ts';
import { targetKinds } from '#domain/records/target.ts';
import { createExampleTools, findBrokenReferences, listRecords } from './example-tools.ts';

const today = '2026-11-21';
const yearOn = (day: string): ExampleBundle => createSampleYear({ ...createExampleTools(), today: day });
const year = yearOn(today);
const [promise] = listRecords(year, 'promises');
const goals = listRecords(year, 'goals');
const activities = listRecords(year, 'activities');
const logs = listRecords(year, 'progressLogs');

/** The status of every goal by its short name, from the one engine. */
function readStatuses(): Readonly<Record<string, string>> {
  if (!promise) throw new Error('A sample year without a promise');
  const replacing = new Map(logs.flatMap((log) => (log.corrects ? [[log.corrects, log.id] as const] : [])));
  const standing = logs.map((log) => ({ ...log, replacedBy: replacing.get(log.id) }));
  return Object.fromEntries(
    goals.map((goal) => {
      const progress = computeProgress({
        goal,
        promise,
        tally: tallyLogs({ goal, promise, activities }, standing).total,
        measurements: listRecords(year, 'measurements'),
        assessments: listRecords(year, 'assessments'),
        deviations: listRecords(year, 'deviations'),
        asOf: today,
      });
      return [goal.shortName, progress.status];
    }),
  );
}

describe.each(['2026-01-01', '2026-01-15', '2026-06-15', today, '2026-12-31', '2027-03-01', '2028-02-29'])(
  'the sample year on %s',
  (day) => {
    const bundle = yearOn(day);

    test('every record passes its schema', () => {
      for (const table of tableNames) {
        for (const record of listRecords(bundle, table)) {
          expect(parseRecord(schemaByTable[table], record)).toEqual({ kind: 'valid', value: record });
        }
      }
    });

    test('every id it refers to is its own', () => {
      expect(findBrokenReferences(bundle)).toEqual([]);
    });

    test('its period is the calendar year of the day', () => {
      expect(listRecords(bundle, 'promises')[0]?.period).toMatchObject({
        from: `${day.slice(0, 4)}-01-01`,
        to: `${day.slice(0, 4)}-12-31`,
      });
    });

    test('what is done lies behind the day and what is planned within four weeks ahead', () => {
      const dates = listRecords(bundle, 'progressLogs').map((log) => ({
        isPlanned: log.state === 'planned',
        date: log.date,
      }));
      expect(dates.filter(({ isPlanned, date }) => isPlanned !== date > day || date > addDays(day, 28))).toEqual([]);
    });

    test('nothing is told before it has happened', () => {
      const told = [
        ...listRecords(bundle, 'measurements').map(({ date, period }) => date ?? period?.to ?? ''),
        ...listRecords(bundle, 'deviations').map(({ from }) => from),
        ...listRecords(bundle, 'goals').flatMap(({ versions, rescoped }) => [
          ...versions.map(({ validFrom }) => validFrom),
          ...(rescoped ? [rescoped.on] : []),
        ]),
        ...(['assessments', 'comments', 'feedback', 'meetings'] as const).flatMap((table) =>
          listRecords(bundle, table).map(({ date }) => date),
        ),
      ];
      expect(told.filter((date) => date > day)).toEqual([]);
    });

    test('all twelve kinds of target are there', () => {
      expect(new Set(listRecords(bundle, 'goals').map(({ target }) => target.kind))).toEqual(new Set(targetKinds));
    });
  },
);

test('the same day tells the same story, and a later day only adds to it', () => {
  expect(yearOn(today)).toEqual(year);
  const tell = (bundle: ExampleBundle) =>
    listRecords(bundle, 'progressLogs')
      .filter(({ state }) => state !== 'planned')
      .map(({ date, note, place, byOutcomes }) => ({ date, note, place, byOutcomes }));
  const early = tell(yearOn('2026-06-30'));
  expect(tell(year).slice(0, early.length)).toEqual(early);
});

test('it is marked as an example, in a place that does not exist, and sealed by both parties before its start', () => {
  expect(promise).toMatchObject({
    example: 'sample-year',
    municipalities: [{ name: 'Exempelköping' }],
    seal: { sealedOn: '2025-12-15', afterStart: false },
  });
  expect(promise?.title).toMatch(/^Exempel: /);
  const signed = promise?.seal?.signatures ?? [];
  expect(new Set(signed.map(({ profileId }) => profileId)).size).toBe(2);
  expect(promise?.signatories.filter(({ name }) => name !== undefined)).toEqual([]);
});

test('it has a few hundred logs', () => {
  expect(logs.length).toBeGreaterThanOrEqual(300);
  expect(logs.length).toBeLessThanOrEqual(400);
});

test('activities and goals stand in one order without gaps', () => {
  const orders = [...activities, ...goals].map(({ order }) => order).toSorted((left, right) => left - right);
  expect(orders).toEqual(orders.map((_, index) => index + 1));
});

test('a log happens at a place of one of its activities, and measures only what they measure', () => {
  const strays = logs.filter((log) => {
    const own = activities.filter(({ id }) => log.activityIds.includes(id));
    const measures = own.flatMap((activity) => activity.measures.map(({ id }) => id));
    const isPlaceKnown = log.place === undefined || own.some((activity) => activity.places.includes(log.place ?? ''));
    return !isPlaceKnown || Object.keys(log.quantities).some((id) => !measures.includes(id));
  });
  expect(strays).toEqual([]);
});

test('a correction shares its day with the log that it replaces', () => {
  const pairs = logs
    .filter(({ corrects }) => corrects)
    .map((log) => [log.date, logs.find(({ id }) => id === log.corrects)?.date]);
  expect(pairs).toHaveLength(2);
  expect(pairs.filter(([own, other]) => own !== other)).toEqual([]);
});

test('every case that a reader should meet is in it', () => {
  const goalWith = (shortName: string) => goals.find((goal) => goal.shortName === shortName);
  expect(
    goalWith('Nattvandringar under året')?.versions.map(({ target }) => target.kind === 'count' && target.value),
  ).toEqual([40, 36]);
  expect(goals.filter(({ status, rescoped }) => status === 'dropped' && rescoped)).toHaveLength(1);
  expect(goals.filter(({ status, rescoped }) => status === 'dropped' && !rescoped)).toHaveLength(1);
  expect(goals.filter(({ additionalOnly }) => additionalOnly)).toHaveLength(1);
  expect(goals.filter(({ pacePlan }) => pacePlan.kind === 'months')).toHaveLength(1);
  expect(goals.filter(({ pacePlan }) => pacePlan.kind === 'terms')).toHaveLength(1);
  expect(listRecords(year, 'deviations').filter(({ pausesPace }) => pausesPace)).toHaveLength(1);
  expect(new Set(logs.map(({ newPerson }) => newPerson))).toEqual(new Set(['yes', 'no', 'unsure', undefined]));
  expect(new Set(logs.map(({ state }) => state))).toEqual(
    new Set(['done', 'planned', 'cancelled', 'nothing-to-report']),
  );
  expect(new Set(logs.map(({ review }) => review))).toEqual(new Set(['none', 'submitted', 'returned']));
  for (const has of [
    logs.some(({ withdrawn }) => withdrawn),
    logs.some(({ corrects, withdrawn }) => corrects && !withdrawn),
    logs.some(({ onBehalfOf }) => onBehalfOf),
    logs.some(({ confirmedBy, partyIds }) => confirmedBy.length > 0 && partyIds.length > 1),
    logs.some(({ activityIds }) => activityIds.length > 1),
    logs.some(({ byOutcomes }) => byOutcomes.length > 0),
    logs.some(({ extra }) => extra),
    logs.some(({ evidence }) => evidence),
    promise?.parties.some(({ parentId }) => parentId),
  ]) {
    expect(has).toBe(true);
  }
  for (const table of ['measurements', 'assessments', 'comments', 'feedback', 'meetings'] as const) {
    expect(listRecords(year, table).length).toBeGreaterThan(3);
  }
});

test('some goals are met, some on pace, some behind, and the ceiling holds', () => {
  expect(readStatuses()).toEqual({
    'Två pass i veckan': 'on-pace',
    'Nattvandringar under året': 'behind',
    'Fem trygghetsvandringar': 'on-pace',
    'Ny belysning i Stationsparken': 'on-pace',
    'Kvällar vid badplatsen': 'rescoped',
    'Fler trygga ute på kvällen': 'met',
    'Högst 60 fall av skadegörelse': 'holding',
    'Lagat inom 14 dagar': 'on-pace',
    'Löpande information': 'unmeasured',
    'Alla frågor får svar': 'on-pace',
    'Insatser utöver det ordinarie': 'met',
    'Tidigare okända lagförs': 'at-risk',
    'Möte på alla åtta skolor': 'at-risk',
    'Samarbetet kring unga': 'met',
    'Tolv trafikkontroller': 'behind',
    'Rätt fart vid skolorna': 'paused',
    Mopedträffar: 'not-met',
  });
});
