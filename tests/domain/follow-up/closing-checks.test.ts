import { describe, expect, test } from 'vitest';
import { type ClosingInput, checkClosing } from '#domain/follow-up/closing-checks.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import { overview } from '#tests/support/sample-overview.ts';

const { promise, goals, activities } = overview;
const asOf = '2027-01-01';
const id = '0190aaaa-0000-7000-8000-000000000001';
const stamp = { id, promiseId: promise.id, createdAt: '2027-01-12', updatedAt: '2027-01-12' };
const followUp: FollowUp = {
  ...{ ...stamp, kind: 'annual', period: { from: '2026-01-01', to: '2026-12-31' }, dueOn: '2027-01-31' },
  ...{ state: 'assessing', sections: [], signOffs: [], decisions: [] },
};
const input: ClosingInput = {
  ...{ followUp, promise, activities, goals: computePromise(overview, asOf) },
  ...{ assessments: [], deviations: [], feedback: [], waiting: undefined, drafts: 0 },
};
const judge = (table: 'goals' | 'activities', ref: string, fields: Partial<Assessment>): Assessment => ({
  ...{ ...stamp, ref: { table, id: ref }, followUpId: id, evidence: [], comment: 'Därför.', joint: true },
  ...{ byPartyId: promise.parties[0]?.id ?? '', date: '2027-01-12', ...fields },
});
const find = (key: string, given: Partial<ClosingInput> = {}) => {
  const check = checkClosing({ ...input, ...given }).find((one) => one.key === key);
  if (!check) throw new Error(`No check ${key}`);
  return check;
};

const judged = [
  ...activities.map((activity) => judge('activities', activity.id, { implementation: 'done' })),
  ...goals.map((goal) => judge('goals', goal.id, { attainment: 'met' })),
];

describe('before a follow-up is frozen', () => {
  test('every promised item must be judged, in this follow-up and not in another', () => {
    const others = judged.map((one) => ({ ...one, followUpId: promise.id }));
    const expected = [...activities, ...goals].filter(({ rescoped }) => rescoped === undefined);
    expect(find('all-judged', { assessments: others }).open).toHaveLength(expected.length);
    expect(find('all-judged', { assessments: judged })).toMatchObject({ holds: true, weight: 'must' });
  });

  test('an item that the parties have taken out of the promise is not asked for', () => {
    const rescoped = goals.filter((goal) => goal.rescoped);
    expect(rescoped.length).toBeGreaterThan(0);
    const asked = find('all-judged').open.map((item) => item.id);
    for (const goal of rescoped) expect(asked).not.toContain(goal.id);
  });

  test('every party that signs must have reviewed its rows', () => {
    expect(find('all-reviewed').open.map(({ name }) => name)).toEqual(
      promise.parties.filter(({ signatory }) => signatory).map(({ name }) => name),
    );
    const reviews = promise.parties.map((party) => ({
      ...{ id: party.id, partyId: party.id, function: 'chef', on: '2027-01-13', profileId: party.id },
    }));
    expect(find('all-reviewed', { followUp: { ...followUp, reviews } }).holds).toBe(true);
  });

  test('nothing may wait to be shared; without a server that is no question', () => {
    expect(find('nothing-waits', { waiting: 3 })).toMatchObject({ holds: false, count: 3, weight: 'must' });
    expect(find('nothing-waits', { waiting: 0 }).holds).toBe(true);
    expect(checkClosing(input).some(({ key }) => key === 'nothing-waits')).toBe(false);
  });

  test('work that went otherwise must have a reason', () => {
    const [first, ...others] = activities;
    if (!first) throw new Error('No activity');
    const paused = { ...first, status: 'paused' as const, statusReason: ' ' };
    expect(find('reasons-given', { activities: [paused, ...others] }).open).toEqual([
      { table: 'activities', id: first.id, name: first.shortName },
    ]);
  });

  test('a miss is explained by a deviation or by those who judged it', () => {
    const missed = find('misses-explained').open;
    expect(missed.length).toBeGreaterThan(1);
    expect(find('misses-explained', { assessments: judged }).holds).toBe(true);
    const [one] = missed;
    const deviation = {
      ...{ ...stamp, refs: [{ table: 'goals' as const, id: one?.id ?? '' }], from: '2026-07-01' },
      ...{ cause: 'staffing' as const, effect: 'Färre kontroller.', pausesPace: false },
    };
    expect(find('misses-explained', { deviations: [deviation] }).open).toHaveLength(missed.length - 1);
  });

  test('residents should have been told, where channels were promised', () => {
    expect(promise.feedbackPlan.channels.length).toBeGreaterThan(0);
    expect(find('residents-told')).toMatchObject({ holds: false, weight: 'should' });
    expect(find('residents-told', { feedback: overviewFeedback('2026-05-01') }).holds).toBe(true);
    expect(find('residents-told', { feedback: overviewFeedback('2025-05-01') }).holds).toBe(false);
  });
});

const overviewFeedback = (date: string): ClosingInput['feedback'] => [
  { ...stamp, refs: [], date, channel: 'social-media', audience: 'citizens', message: 'Så går det.' },
];
