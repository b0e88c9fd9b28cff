/**
 * Follow-ups that parties have published, made anew from what they promised and what they counted. The texts lie beside
 * the working copy where this is developed and nowhere else; what always runs here is made up after the same cases.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { tallyLogs } from '#domain/progress/contribution.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { proposeVerdicts } from '#domain/report/propose-verdicts.ts';
import type { Report } from '#domain/report/report.ts';
import { sumActivityWork } from '#domain/report/sum-activity-work.ts';
import { writeReport } from '#domain/report/write-report.ts';
import { activities, createGoal, createLog, createPromise, idOf, police } from '../../support/progress-builders.ts';
import { followUp } from './sample-report.ts';

interface Outcome {
  readonly activity: string;
  readonly outcome: string;
  readonly promised: number | null;
  readonly number: number | null;
  readonly unit: string | null;
  readonly status: string;
}

interface PublishedFollowUp {
  readonly municipality: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly outcomes: readonly Outcome[];
}

function findTemplate(): Activity {
  const [first] = activities;
  if (!first) throw new Error('No activity');
  return first;
}

const activityIdOf = (index: number) => idOf(100 + index);
const measureIdOf = (index: number) => idOf(200 + index);

function createItem({ activity, outcome, status, unit }: Outcome, index: number): Activity {
  const partly = status === 'partly';
  return {
    ...findTemplate(),
    id: activityIdOf(index),
    text: activity,
    shortName: activity.slice(0, 80),
    order: index * 2,
    parties: [{ partyId: police, role: 'responsible' }],
    measures: [{ id: measureIdOf(index), name: 'antal', unit: unit ?? 'gånger', personRelated: false }],
    status: partly ? 'partly' : 'ongoing',
    ...(partly ? { statusReason: outcome.slice(0, 400) } : {}),
  };
}

/** "Minst en … varje dygn" is a rhythm, read strictly; any other number is one to reach. */
function toTarget({ activity, promised, unit }: Outcome): Target | undefined {
  if (promised === null) return undefined;
  const what = unit ?? 'gånger';
  if (/varje dygn/.test(activity)) {
    return { kind: 'recurrence', times: promised, per: 'day', reading: 'each', unit: what };
  }
  return { kind: 'count', value: promised, unit: what };
}

/** The published sum is all that is known: it is logged as one, on the last day. */
function recreate({ municipality, period, outcomes }: PublishedFollowUp): Report {
  const promise = createPromise({
    title: `Löfte för ${municipality}`,
    period: { from: period.start, to: period.end, basis: '' },
  });
  const items = outcomes.map(createItem);
  const goals: readonly Goal[] = outcomes.flatMap((outcome, index) => {
    const target = toTarget(outcome);
    const feeds = [{ activityId: activityIdOf(index), measureId: measureIdOf(index) }];
    if (!target) return [];
    return [
      createGoal(target, {
        id: idOf(300 + index),
        shortName: `Mål ${index}`,
        text: outcome.activity,
        order: index * 2 + 1,
        feeds,
        level: 'activity',
      }),
    ];
  });
  const logs = outcomes.flatMap(({ number }, index) =>
    number === null
      ? []
      : [createLog(period.end, { activityIds: [activityIdOf(index)], quantities: { [measureIdOf(index)]: number } })],
  );
  const asOf = `${Number(period.end.slice(0, 4)) + 1}-02-01`;
  const totals = new Map(goals.map((goal) => [goal.id, tallyLogs({ goal, promise, activities: items }, logs).total]));
  return writeReport({
    followUp: { ...followUp, period: { from: period.start, to: period.end } },
    promise,
    focusAreas: [],
    activities: items,
    goals: computePromise({ promise, goals, totals, measurements: [], assessments: [], deviations: [] }, asOf),
    assessments: [],
    measurements: [],
    deviations: [],
    feedback: [],
    work: sumActivityWork({ promise, activities: items, logs, asOf }),
    asOf,
    language: 'sv',
  });
}

const findRows = (report: Report, key: string) => {
  const blocks = report.chapters.flatMap((chapter) => chapter.blocks);
  const table = blocks.flatMap((block) => (block.kind === 'table' && block.table.key === key ? [block.table] : []))[0];
  return (table?.rows ?? []).map((row) => row.map(({ text }) => text));
};

/** With ordinary spaces, as people would look for it. */
const readAll = (report: Report): string => JSON.stringify(report).replaceAll('\u00a0', ' ');

const daily: PublishedFollowUp = {
  municipality: 'Exempelstad',
  period: { start: '2026-05-01', end: '2026-12-31' },
  outcomes: [
    {
      activity: 'kontroller, minst en varje dygn',
      promised: 1,
      outcome: '',
      number: 301,
      unit: 'kontroller',
      status: 'reported',
    },
    { activity: 'möten med föräldrar', promised: 15, outcome: '', number: 14, unit: 'möten', status: 'reported' },
    {
      activity: 'besök i byarna',
      promised: null,
      outcome: 'Färre än vi ville, bränderna gick före.',
      number: null,
      unit: null,
      status: 'partly',
    },
  ],
};

test('301 controls in 245 days are 1,23 a day on average and no proof of every day', () => {
  const report = recreate(daily);
  const text = readAll(report);
  expect(text).toContain('301 på 245 dagar, i snitt 1,23 om dagen.');
  expect(text).toContain('Snittet visar inte att det skedde varje dag.');
  expect(findRows(report, 'attainment')[0]?.[3]).toBe('Ej bekräftat');
});

test('14 of 15 is not reached, whoever reads it', () => {
  const report = recreate(daily);
  expect(findRows(report, 'attainment')[1]?.slice(2, 4)).toEqual(['14 av 15', 'Ej nått']);
  expect(readAll(report)).toContain('Det här nådde vi inte: mål 1 (14 av 15).');
  expect(readAll(report)).not.toMatch(/93 %|94 %|nästan|i stort sett/);
});

test('what nobody counted gets no number, and what people said of it stands', () => {
  const [, , , , visits] = findRows(recreate(daily), 'items');
  expect(visits?.[3]).toBe('inget loggat');
  expect(visits?.[4]).toBe('Delvis genomförd');
  expect(visits?.[5]).toContain('bränderna gick före');
});

test('a rhythm that cannot be told from a sum is proposed to be judged later, not as missed', () => {
  const goal = createGoal({ kind: 'recurrence', times: 1, per: 'day', reading: 'each', unit: 'kontroller' });
  const promise = createPromise({ period: { from: '2026-05-01', to: '2026-12-31', basis: '' } });
  const occasions = goal.feeds[0]?.measureId ?? '';
  const { total } = tallyLogs({ goal, promise, activities }, [
    createLog('2026-12-31', { quantities: { [occasions]: 301 } }),
  ]);
  const [entry] = computePromise(
    { promise, goals: [goal], totals: new Map([[goal.id, total]]), measurements: [], assessments: [], deviations: [] },
    '2027-02-01',
  );
  if (!entry) throw new Error('No goal');
  expect(proposeVerdicts({ ...entry, language: 'sv' }).attainment).toBe('cannot-be-judged-yet');
});

const folder = resolve(import.meta.dirname, '../../../../shared/promises/followups');
const published = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

for (const file of published) {
  const facts: PublishedFollowUp = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const report = recreate(facts);

  test(`${file} is told again with every item and every number of it`, () => {
    const rows = findRows(report, 'items');
    for (const [index, { activity, number }] of facts.outcomes.entries()) {
      const row = rows.find(([name]) => name === activity.slice(0, 80));
      expect(row, activity).toBeDefined();
      if (facts.outcomes[index]?.number !== null) expect(row?.[3]).toContain(String(number));
      else expect(row?.[3]).not.toMatch(/\d/);
    }
  });

  test(`${file} is called reached only where the number bears it`, () => {
    const rows = findRows(report, 'attainment');
    const promised = facts.outcomes.filter(({ promised: value }) => value !== null);
    expect(rows).toHaveLength(promised.length);
    for (const [index, outcome] of promised.entries()) {
      const bears = !/varje dygn/.test(outcome.activity) && (outcome.number ?? 0) >= (outcome.promised ?? 0);
      expect(rows[index]?.[3] === 'Nått', outcome.activity).toBe(bears);
    }
  });

  test(`${file} claims no cause for an effect and no share of few`, () => {
    const text = readAll(report);
    expect(text).not.toMatch(/lett till|tack vare/);
    expect(text.replaceAll(/ingen procent|Procent|100 procent|före procent/g, '')).not.toMatch(/\d %/);
    expect(text).toContain('kan därför inte säga om läget för invånarna har ändrats');
  });
}
