import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GoalPart, splitGoals } from '#domain/portfolio/split-goals.ts';
import { tallyLogs } from '#domain/progress/contribution.ts';
import { counters } from '#domain/progress/counters.ts';
import { readFigure } from '#domain/progress/read-figure.ts';
import { anyGoal, anyLogs, anyPromise } from '#tests/support/arbitraries.ts';
import {
  createContext,
  createGoal,
  createLog,
  createPromise,
  createShareLog,
  idOf,
  municipality,
  police,
  progressOf,
  school,
  shareFeeds,
} from '#tests/support/progress-builders.ts';

const shared = createPromise({
  municipalities: [{ name: 'Östby' }, { name: 'Alvik' }],
  parties: [
    { id: police, kind: 'police', name: 'Polisen i Alvik', signatory: true },
    { id: municipality, kind: 'municipality', name: 'Alviks kommun', signatory: true },
    { id: school, kind: 'municipality', name: 'Östby kommun', signatory: true },
  ],
});
const count = createGoal({ kind: 'count', value: 10, unit: 'st' });

const sumOf = (parts: readonly GoalPart[]): GoalPart => ({
  amount: parts.reduce((sum, { amount }) => sum + amount, 0),
  ...(parts.some(({ of }) => of !== undefined) ? { of: parts.reduce((sum, { of = 0 }) => sum + of, 0) } : {}),
});

describe('whatever is promised and logged', () => {
  const anyMunicipality = fc.option(fc.constantFrom('Alvik', 'Östby', 'Annanstans'), { nil: undefined });
  const anySituation = fc.record({
    goals: fc.array(anyGoal, { minLength: 1, maxLength: 3 }),
    promise: anyPromise,
    logs: anyLogs.chain((logs) =>
      fc
        .array(anyMunicipality, { minLength: logs.length, maxLength: logs.length })
        .map((names) =>
          logs.map((log, index) => ({ ...log, ...(names[index] ? { municipality: names[index] } : {}) })),
        ),
    ),
  });
  const split = ({ goals, promise, logs }: typeof anySituation extends fc.Arbitrary<infer T> ? T : never) => {
    const whole = { ...promise, municipalities: shared.municipalities, parties: shared.parties };
    const contexts = goals.map((goal, index) =>
      createContext({ ...goal, id: index === 0 ? goal.id : idOf(900 + index) }, whole),
    );
    return { contexts, ...splitGoals(contexts, logs) };
  };

  test('the parts of the municipalities and what cannot be told are the whole', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        for (const goal of split(situation).goals) {
          if (goal.kind === 'split') expect(sumOf([...goal.parts, goal.unallocated])).toEqual(goal.whole);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the whole is what the goal counts without its parts', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { contexts, goals } = split(situation);
        goals.forEach((goal, index) => {
          const context = contexts[index];
          if (goal.kind !== 'split' || !context) return;
          const { total } = tallyLogs(context, situation.logs);
          const counter = goal.measure === 'logs' ? counters.events : counters.sum;
          expect(goal.whole.amount).toBe(total[counter] ?? 0);
          if (goal.measure === 'share') expect(goal.whole.of).toBe(total[counters.whole] ?? 0);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('every piece of work that counts stands in one place', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { bases, unallocated } = split(situation);
        expect(bases['nothing-says'] + bases.several).toBe(unallocated.length);
        expect(new Set(unallocated.map(({ id }) => id)).size).toBe(unallocated.length);
      }),
    );
  });
});

test('the figure of the whole is the one that the goal shows everywhere else', () => {
  const logs = [
    createLog('2026-02-01', { partyIds: [municipality] }),
    createLog('2026-02-02', { partyIds: [school] }),
    createLog('2026-02-03', { partyIds: [police] }),
  ];
  const [goal] = splitGoals([createContext(count, shared)], logs).goals;

  expect(goal).toEqual({
    kind: 'split',
    goalId: count.id,
    measure: 'amount',
    parts: [{ amount: 1 }, { amount: 1 }],
    unallocated: { amount: 1 },
    whole: { amount: readFigure(progressOf(count, '2026-06-01', { logs, promise: shared }).detail).value },
  });
});

test('a share is so many of so many in each part', () => {
  const goal = createGoal({ kind: 'ratio', share: 0.8, direction: 'at-least', unit: 'st' }, { feeds: shareFeeds });
  const at = (part: number, whole: number, name: string) => ({
    ...createShareLog('2026-03-01', part, whole),
    municipality: name,
  });
  const [split] = splitGoals([createContext(goal, shared)], [at(16, 20, 'Alvik'), at(1, 10, 'Östby')]).goals;

  expect(split).toMatchObject({
    parts: [
      { amount: 16, of: 20 },
      { amount: 1, of: 10 },
    ],
    whole: { amount: 17, of: 30 },
  });
});

test('a goal about people is never taken apart, nor one that is measured', () => {
  const people = createGoal({ kind: 'count', value: 5, unit: 'personer' }, { personRelated: true });
  const survey = createGoal({
    kind: 'series',
    direction: 'up',
    indicator: { name: 'trygghet', unit: '%', source: '' },
  });
  const logs = [createLog('2026-02-01', { municipality: 'Alvik' })];

  const contexts = [createContext(people, shared), createContext(survey, shared)];

  expect(splitGoals(contexts, logs).goals).toEqual([
    { kind: 'whole-only', goalId: people.id, reason: 'people' },
    { kind: 'whole-only', goalId: survey.id, reason: 'no-logs' },
  ]);
});
