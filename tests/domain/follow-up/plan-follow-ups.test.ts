import { describe, expect, test } from 'vitest';
import { findFigureDay, listFollowUpSteps } from '#domain/follow-up/follow-up-steps.ts';
import { findCurrentFollowUp, type PlannedFollowUp, planFollowUps } from '#domain/follow-up/plan-follow-ups.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import { createStory } from '#tests/storage/records.ts';

const { promise } = createStory();
const year = { from: '2026-01-01', to: '2026-12-31', basis: 'under 2026' };
const plan = (
  cadence: CitizenPromise['followUpPlan']['cadence'],
  period: CitizenPromise['period'] = year,
  dueDates: readonly string[] = [],
) => planFollowUps({ ...promise, period, followUpPlan: { cadence, dueDates: [...dueDates] } });
const tell = ({ kind, period, dueOn }: PlannedFollowUp) => `${kind} ${period.from}–${period.to}, ${dueOn}`;

describe('a promise is followed up', () => {
  test.each([
    ['yearly', ['annual 2026-01-01–2026-12-31, 2027-03-01']],
    ['continuous', ['annual 2026-01-01–2026-12-31, 2027-03-01']],
    ['before-end', ['annual 2026-01-01–2026-12-31, 2026-12-17']],
    ['half-year', ['half 2026-01-01–2026-06-30, 2026-07-30', 'annual 2026-01-01–2026-12-31, 2027-03-01']],
    [
      'tertial',
      [
        'T1 2026-01-01–2026-04-30, 2026-05-30',
        'T2 2026-01-01–2026-08-31, 2026-09-30',
        'annual 2026-01-01–2026-12-31, 2027-03-01',
      ],
    ],
  ] as const)('%s, always from its first day', (cadence, expected) => {
    expect(plan(cadence).map(tell)).toEqual(expected);
  });

  test('by tertials of its own period, year after year, and for the last time when it ends', () => {
    const twoYears = { from: '2023-05-10', to: '2025-05-09', basis: 'två år' };
    expect(plan('tertial', twoYears).map(({ kind, period }) => `${kind} ${period.to}`)).toEqual([
      'T1 2023-09-09',
      'T2 2024-01-09',
      'annual 2024-05-09',
      'T1 2024-09-09',
      'T2 2025-01-09',
      'final 2025-05-09',
    ]);
  });

  test('on the days that it states, each for the follow-up that it is nearest to', () => {
    const days = ['2026-05-15', '2026-09-15', '2027-01-31'];
    expect(plan('tertial', year, days).map(({ dueOn }) => dueOn)).toEqual(days);
    expect(plan('tertial', year, ['2027-01-31']).map(({ dueOn }) => dueOn)).toEqual([
      '2026-05-30',
      '2026-09-30',
      '2027-01-31',
    ]);
  });

  test('not before its days are known', () => {
    expect(plan('tertial', { from: '2026-01-01', openEnd: true, basis: 'tills vidare' })).toEqual([]);
  });
});

describe('the follow-up that is meant today', () => {
  const planned = plan('tertial');
  const begun = (index: number, state: FollowUp['state']): FollowUp => ({
    ...{ id: `0190000${index}-0000-7000-8000-000000000000`, promiseId: promise.id, createdAt: '', updatedAt: '' },
    ...(planned[index] ?? { kind: 'annual', period: { from: '', to: '' }, dueOn: '' }),
    ...{ state, sections: [], signOffs: [], decisions: [] },
  });

  test('is the one that has begun', () => {
    const t1 = begun(0, 'assessing');
    expect(findCurrentFollowUp(planned, [t1], '2026-11-21')).toEqual({ kind: 'begun', followUp: t1 });
  });

  test('is else the next that is due', () => {
    const found = findCurrentFollowUp(planned, [begun(0, 'decided')], '2026-09-10');
    expect(found).toEqual({ kind: 'planned', planned: planned[1] });
  });

  test('is the last when all days have passed, and stays there once it is decided', () => {
    expect(findCurrentFollowUp(planned, [], '2028-01-01')).toEqual({ kind: 'planned', planned: planned[2] });
    const all = [begun(0, 'decided'), begun(1, 'published'), begun(2, 'decided')];
    expect(findCurrentFollowUp(planned, all, '2028-01-01')).toEqual({ kind: 'begun', followUp: all[2] });
  });
});

describe('its steps', () => {
  const followUp = { period: { from: '2026-01-01', to: '2026-12-31' }, dueOn: '2027-03-01' } as const;
  const tell = (state: FollowUp['state'], today: string) =>
    listFollowUpSteps({ ...followUp, state }, today).map((step) => `${step.key} ${step.dueOn} ${step.state}`);

  test('count their days from the end of the period', () => {
    expect(tell('review', '2027-01-10')).toEqual([
      'collecting 2026-12-31 done',
      'review 2027-01-14 running',
      'assessing 2027-01-21 coming',
      'decided 2027-03-01 coming',
      'published 2027-03-08 coming',
    ]);
  });

  test('are late when their day has passed, not on the day', () => {
    expect(tell('review', '2027-01-14')[1]).toBe('review 2027-01-14 running');
    expect(tell('review', '2027-01-15')[1]).toBe('review 2027-01-14 late');
    expect(tell('published', '2028-01-01').map((text) => text.split(' ')[2])).toEqual(Array(5).fill('done'));
  });

  test('decide nothing before the promise is over', () => {
    expect(findFigureDay('2026-12-31', '2026-12-31', '2026-11-21')).toBe('2026-11-21');
    expect(findFigureDay('2026-12-31', '2026-12-31', '2027-02-01')).toBe('2027-01-01');
    expect(findFigureDay('2026-04-30', '2026-12-31', '2027-02-01')).toBe('2026-04-30');
  });
});
