import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { countWeeks, findWorkSpan, sumMeasures } from '#domain/progress/activity-work.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';

const activity = {
  id: 'activity',
  measures: [
    { id: 'times', name: 'Antal insatser', unit: 'insatser', personRelated: false },
    { id: 'cars', name: 'Kontrollerade', unit: 'bilar', personRelated: false },
  ],
};
const span = { from: '2026-01-01', to: '2026-12-31' };
const asOf = '2026-11-21';

const log = (changes: Partial<StandingLog>): StandingLog => ({
  id: 'log',
  promiseId: 'promise',
  createdAt: '',
  updatedAt: '',
  activityIds: ['activity'],
  date: '2026-03-04',
  quantities: {},
  state: 'done',
  partyIds: [],
  byOutcomes: [],
  confirmedBy: [],
  visibility: 'internal',
  review: 'none',
  ...changes,
});
const weekOf = (logs: readonly StandingLog[], key: string) =>
  countWeeks({ activity, logs, asOf }, span).find((week) => week.key === key);

describe('the weeks of an activity', () => {
  test('2026 has 53 of them, the first and last cut by the year', () => {
    const weeks = countWeeks({ activity, logs: [], asOf }, span);
    expect(weeks).toHaveLength(53);
    expect(weeks[0]).toMatchObject({ key: '2026-W01', from: '2026-01-01', to: '2026-01-04', done: 0, state: 'past' });
    expect(weeks.at(-1)).toMatchObject({ to: '2026-12-31', state: 'coming' });
  });

  test('a log that says no number is one occasion', () => {
    expect(weekOf([log({}), log({ quantities: { times: 3 } })], '2026-W10')?.done).toBe(4);
  });

  test('what was planned or cancelled and did not happen is told apart', () => {
    const logs = [log({ state: 'planned' }), log({ state: 'cancelled' }), log({ state: 'nothing-to-report' })];
    expect(weekOf(logs, '2026-W10')).toMatchObject({ done: 0, planned: 2 });
  });

  test('a log that was corrected or withdrawn counts nowhere', () => {
    expect(weekOf([log({ replacedBy: 'x' }), log({ withdrawn: true })], '2026-W10')?.done).toBe(0);
  });

  test('a week rests when all of it is paused', () => {
    const pauses = [{ from: '2026-03-01', to: '2026-03-09' }];
    const weeks = countWeeks({ activity, logs: [], asOf }, span, pauses).filter(({ paused }) => paused);
    expect(weeks.map(({ key }) => key)).toEqual(['2026-W10']);
  });

  test('no occasion is lost or counted twice, whatever the order of the logs', () => {
    const anyLog = fc
      .record({ day: fc.nat({ max: 364 }), times: fc.nat({ max: 5 }) })
      .map(({ day, times }) => log({ date: addDays(span.from, day), quantities: { times } }));
    fc.assert(
      fc.property(fc.array(anyLog), (logs) => {
        const weeks = countWeeks({ activity, logs, asOf: span.to }, span);
        const [sum] = sumMeasures({ activity, logs, asOf: span.to });
        expect(weeks.reduce((all, { done }) => all + done, 0)).toBe(sum?.sum ?? 0);
        expect(countWeeks({ activity, logs: logs.toReversed(), asOf: span.to }, span)).toEqual(weeks);
      }),
    );
  });
});

describe('the sums of an activity', () => {
  test('a measure that nobody reported is unknown, never 0', () => {
    const sums = sumMeasures({ activity, logs: [log({})], asOf });
    expect(sums.map(({ sum }) => sum)).toEqual([1, undefined]);
  });

  test('a reported 0 is a 0', () => {
    expect(sumMeasures({ activity, logs: [log({ quantities: { cars: 0 } })], asOf })[1]?.sum).toBe(0);
  });
});

test('a promise without an end has weeks until today, and one without a start has none', () => {
  const promise = (period: CitizenPromise['period']) => ({ period }) as CitizenPromise;
  expect(findWorkSpan(promise({ from: '2026-02-01', openEnd: true, basis: '' }), asOf)).toEqual({
    from: '2026-02-01',
    to: asOf,
  });
  expect(findWorkSpan(promise({ fromSigning: true, months: 12, basis: '' }), asOf)).toBeUndefined();
});
