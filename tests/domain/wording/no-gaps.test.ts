import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runningStatuses } from '#domain/progress/goal-progress.ts';
import { targetKinds } from '#domain/records/target.ts';
import { describeFigure, describeMasked, describeOutcome } from '#domain/wording/describe-outcome.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { explainGoal } from '#domain/wording/explain-goal.ts';
import { forecastSentence, paceSentence } from '#domain/wording/forecast-sentence.ts';
import { languages } from '#domain/wording/locale.ts';
import { describeStanding, receiptSentence, statusSentence } from '#domain/wording/standing-sentences.ts';
import { anyExplanation, anyProgress, drawProgress, makeGoal } from './made-up-progress.ts';

const gap = /undefined|NaN|null|∞|\[object|Infinity| {2}|\.\.|,,| ,| \.(?!\d)|“”|””|:\s*\.|^\s|\s$/;

describe.each(languages)('in %s', (language) => {
  const cases = targetKinds.flatMap((kind) => runningStatuses.map((status) => [kind, status] as const));

  test.each(cases)('a goal of the kind %s that is %s is described without gaps', (kind, status) => {
    fc.assert(
      fc.property(drawProgress(kind, status), anyExplanation, (progress, explanation) => {
        const goal = makeGoal({ target: progress.target, level: progress.planned === 0 ? 'effect' : 'activity' });
        const texts = [
          describeFigure(progress, language),
          describeOutcome(progress, language),
          describeOutcome(progress, language, 'masked'),
          describeTarget(progress.target, language),
          describeStanding(goal, progress, language),
          describeStanding(goal, progress, language, 'masked'),
          receiptSentence(goal, progress, language),
          statusSentence(progress, language),
          forecastSentence(progress, language) ?? 'none',
          paceSentence(progress, language) ?? 'none',
          ...explainGoal({ goal, progress, explanation }, language).flatMap(({ heading, lines }) => [
            heading,
            ...lines,
          ]),
          ...explainGoal({ goal, progress }, language, 'masked').flatMap(({ heading, lines }) => [heading, ...lines]),
        ];
        expect(texts.filter((text) => text === '' || gap.test(text))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('every section of an explanation has lines, and formula and target are always among them', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const sections = explainGoal({ goal: makeGoal({ target: progress.target }), progress }, language);
        expect(sections.every(({ lines }) => lines.length > 0)).toBe(true);
        expect(sections.map(({ id }) => id)).toEqual(expect.arrayContaining(['result', 'formula', 'target', 'period']));
      }),
    );
  });

  test('a masked figure says reached or not in words that hold no digit', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(describeMasked(progress, language)).not.toMatch(/\d/);
        expect(forecastSentence(progress, language, 'masked')).toBeUndefined();
        expect(paceSentence(progress, language, 'masked')).toBeUndefined();
      }),
    );
  });

  test('a masked explanation is the same whatever the figure is', () => {
    const fields = {
      kind: 'count' as const,
      target: { kind: 'count' as const, value: 5, unit: 'individer' },
      status: 'behind' as const,
    };
    const explain = (sum: number, unsure: number) =>
      explainGoal(
        {
          goal: makeGoal({ personRelated: true }),
          progress: {
            goalId: 'goal-1',
            asOf: '2026-09-30',
            period: { from: '2026-01-01', to: '2026-12-31' },
            periodOver: false,
            events: sum,
            planned: sum,
            needsTalk: true,
            ...fields,
            detail: { kind: 'count', sum, value: 5, exact: false, unsure },
          },
        },
        language,
        'masked',
      );
    expect(explain(3, 1)).toEqual(explain(1, 0));
  });
});
