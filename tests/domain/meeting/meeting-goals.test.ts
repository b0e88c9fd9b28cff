import { expect, test } from 'vitest';
import { compareSince } from '#domain/meeting/meeting-goals.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { overview, today } from '../../support/sample-overview.ts';

const [first] = computePromise(overview, today);
if (!first) throw new Error('The sample year has goals');
const { goal, progress } = first;
const entry = { goal, now: progress };
const met = { ...progress, status: 'met' as const, needsTalk: false };
const behind = { ...progress, status: 'behind' as const, needsTalk: true };
const fine = { ...progress, status: 'on-pace' as const, needsTalk: false };

test('a goal that was reached since is told once', () => {
  expect(compareSince([{ ...entry, now: met, before: behind }], '2026-10-01').reached).toEqual([goal.shortName]);
  expect(compareSince([{ ...entry, now: met, before: met }], '2026-10-01').reached).toEqual([]);
});

test('a goal that came to need talk has slipped, and one that needed it before has not', () => {
  expect(compareSince([{ ...entry, now: behind, before: fine }], '2026-10-01').slipped).toEqual([goal.shortName]);
  expect(compareSince([{ ...entry, now: behind, before: behind }], '2026-10-01').slipped).toEqual([]);
});

test('of a goal about people nothing but that it was reached is told', () => {
  const people = { ...goal, personRelated: true };

  expect(compareSince([{ goal: people, now: behind, before: fine }], '2026-10-01').slipped).toEqual([]);
  expect(compareSince([{ goal: people, now: met, before: fine }], '2026-10-01').reached).toEqual([goal.shortName]);
});

test('a goal with a new version since is told as changed, the signed one never', () => {
  const version = { target: goal.target, countingRule: goal.countingRule, reason: 'Nytt', decidedBy: 'Styrgruppen' };
  const versions = [
    { ...version, validFrom: '2026-01-01' },
    { ...version, validFrom: '2026-11-01' },
  ];
  const changed = { goal: { ...goal, versions }, now: fine, before: fine };

  expect(compareSince([changed], '2026-10-01').changed).toEqual([goal.shortName]);
  expect(compareSince([changed], '2026-11-01').changed).toEqual([]);
});
