import { describe, expect, test } from 'vitest';
import { computeProgress, rollUpPromise } from '#domain/progress/compute-progress.ts';
import type { DisposalOrder } from '#domain/records/retention.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { overviewSentence, rollUpSentence } from '#domain/wording/overview-sentence.ts';
import { describeStanding } from '#domain/wording/standing-sentences.ts';
import { overview, today } from '#tests/support/sample-overview.ts';

const act = { partyId: 'p', function: 'Kommunpolis', on: '2029-01-14', profileId: 'a' };
const order: DisposalOrder = {
  ...{ id: 'o', asOf: '2029-01-14', decision: 'KS 2026/123', digest: '', archive: '', prepared: act },
  counts: [{ kind: 'logs', year: '2026', count: 200 }],
  approved: { ...act, on: '2029-01-15' },
};
const withOrders = (...orders: DisposalOrder[]) => ({ ...overview.promise, retention: { rules: [], orders } });

const compute = (promise = withOrders(order), isEmpty = true) =>
  overview.goals.map((goal) => ({
    goal,
    progress: computeProgress({
      ...overview,
      goal,
      promise,
      tally: (isEmpty ? undefined : overview.totals.get(goal.id)) ?? {},
      asOf: today,
    }),
  }));
const isCounted = ({ progress }: ReturnType<typeof compute>[number]) => !['series', 'judged'].includes(progress.kind);

describe('a goal whose logs were disposed of', () => {
  test('says when and on which decision, and never how many', () => {
    for (const { goal, progress } of compute().filter(isCounted)) {
      expect(progress).toMatchObject({ status: 'disposed', disposed: { on: '2029-01-15', decision: 'KS 2026/123' } });
      expect(progress).toMatchObject({ attainment: undefined, pace: undefined, forecast: undefined, needsTalk: false });
      for (const view of ['full', 'masked'] as const)
        expect(describeFigure(progress, 'sv', view)).toBe('uppgifterna är gallrade');
      expect(describeStanding(goal, progress, 'sv').replaceAll('\u00a0', ' ')).toBe(
        `${goal.shortName}: uppgifterna är gallrade. Gallrat, 15 jan 2029 enligt KS 2026/123.`,
      );
    }
  });

  test('leaves the count of goals, and the promise says so', () => {
    const standings = compute().filter(isCounted);
    const rollUp = rollUpPromise(standings);
    const own = standings.filter(({ goal }) => goal.level !== 'effect').length;
    expect(rollUp).toMatchObject({ disposed: own, decided: 0, met: 0 });
    const facts = { names: {}, periodOver: true, dated: true, logs: 0 };
    const told = `${overviewSentence(rollUp, facts, 'sv')} ${rollUpSentence(rollUp, 'sv')}`;
    expect(told).toContain('går inte att räkna längre: uppgifterna är gallrade.');
    expect(told).toContain(`${own} gallrade`);
    expect(told).not.toMatch(/\b0\b/);
  });

  test('counts what is left, and waits for the second person', () => {
    const { approved: _approved, ...waiting } = order;
    const statuses = (promise: ReturnType<typeof withOrders>, isEmpty: boolean) =>
      compute(promise, isEmpty)
        .filter(({ progress }) => progress.events > 0 || isEmpty)
        .map(({ progress }) => progress.status);
    expect(statuses(withOrders(order), false)).not.toContain('disposed');
    expect(statuses(withOrders(waiting), true)).not.toContain('disposed');
  });

  test('measurements and judgements go by themselves', () => {
    const kept = compute().filter((standing) => !isCounted(standing));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.map(({ progress }) => progress.status)).not.toContain('disposed');
  });
});
