import { describe, expect, it } from 'vitest';
import { collectAgenda, listDueNow } from '#domain/progress/agenda.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { Goal } from '#domain/records/goal.ts';
import { createGoal, createLog, createPromise, idOf, patrols } from '#tests/support/progress-builders.ts';

const promise = createPromise({ followUpPlan: { cadence: 'tertial', dueDates: ['2026-05-15'] } });
const milestone = createGoal({
  kind: 'milestone',
  steps: [
    { id: idOf(81), name: 'Utkast', dueOn: '2026-03-01' },
    { id: idOf(82), name: 'Klart' },
  ],
});

const collect = (
  goals: readonly Goal[],
  asOf: string,
  plannedLogs = [] as ReturnType<typeof createLog>[],
  followUps: readonly FollowUp[] = [],
) =>
  collectAgenda({
    promise,
    goals: computePromise(
      { promise, goals, totals: new Map(), measurements: [], assessments: [], deviations: [] },
      asOf,
    ),
    deviations: [],
    followUps,
    plannedLogs,
    activityNames: new Map([[patrols, 'Trafikkontroll']]),
  });

describe('the agenda of a promise', () => {
  it('holds its first and last day, its follow-ups and the steps that have a day, in order', () => {
    expect(collect([milestone], '2026-02-01').map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2026-01-01 period-start',
      '2026-03-01 step-due',
      '2026-05-15 follow-up-due',
      '2026-09-30 follow-up-due',
      '2026-12-31 period-end',
      '2027-03-01 follow-up-due',
    ]);
  });

  it('gives the same thing the same key each time, so that a calendar file updates instead of doubling', () => {
    const keys = (asOf: string) => collect([milestone], asOf).map((entry) => entry.key);
    expect(keys('2026-02-01')).toEqual(keys('2026-11-01'));
    expect(new Set(keys('2026-02-01')).size).toBe(6);
  });

  it('has the steps of a follow-up that has begun, those that are done as done', () => {
    const followUp: FollowUp = {
      ...{ id: idOf(91), promiseId: promise.id, createdAt: '', updatedAt: '', kind: 'T1', state: 'review' },
      ...{ period: { from: '2026-01-01', to: '2026-04-30' }, dueOn: '2026-05-15' },
      ...{ sections: [], signOffs: [], decisions: [] },
    };
    const agenda = collect([], '2026-05-02', [], [followUp]);
    expect(
      agenda
        .filter(({ followUpId }) => followUpId === followUp.id)
        .map(({ date, kind, done }) => `${date} ${kind} ${done}`),
    ).toEqual([
      '2026-04-30 follow-up-collect true',
      '2026-05-14 follow-up-review false',
      '2026-05-15 follow-up-assess false',
      '2026-05-15 follow-up-due false',
    ]);
    expect(agenda.filter(({ kind }) => kind === 'follow-up-due').map(({ date }) => date)).toEqual([
      '2026-05-15',
      '2026-09-30',
      '2027-03-01',
    ]);
  });

  it('names planned work by its activity and place', () => {
    const planned = createLog('2026-04-01', { state: 'planned', activityIds: [patrols], place: 'Centrum' });
    expect(collect([], '2026-03-01', [planned]).find((entry) => entry.kind === 'planned-work')).toMatchObject({
      name: 'Trafikkontroll',
      of: 'Centrum',
      logId: planned.id,
    });
  });

  it('has nothing but follow-ups while the promise has no dates', () => {
    const undated = createPromise({ period: { basis: 'ett år från undertecknandet', fromSigning: true, months: 12 } });
    const agenda = collectAgenda({
      promise: undated,
      goals: [],
      deviations: [],
      followUps: [],
      plannedLogs: [],
      activityNames: new Map(),
    });
    expect(agenda).toEqual([]);
  });
});

describe('what is due now', () => {
  const due = (today: string) => listDueNow(collect([milestone], today), today).map((entry) => entry.kind);

  it('is what falls within two weeks and what is late, not what is further away', () => {
    expect(due('2026-02-14')).toEqual([]);
    expect(due('2026-02-15')).toEqual(['step-due']);
    expect(due('2026-03-05')).toEqual(['step-due']);
  });

  it('leaves planned work out until its day has come', () => {
    const planned = createLog('2026-02-10', { state: 'planned', activityIds: [patrols] });
    const dueOn = (today: string) => listDueNow(collect([], today, [planned]), today).map((entry) => entry.kind);
    expect(dueOn('2026-02-09')).toEqual([]);
    expect(dueOn('2026-02-10')).toEqual(['planned-work']);
  });
});
