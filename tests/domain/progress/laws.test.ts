import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeProgress, explainProgress } from '#domain/progress/compute-progress.ts';
import { contribute, contributeToGoals, tallyGoals, tallyLogs } from '#domain/progress/contribution.ts';
import { counters } from '#domain/progress/counters.ts';
import { runningStatuses } from '#domain/progress/goal-progress.ts';
import { addTally, creditParties, emptyTally, subtractTally, sumTallies, tallyAsOf } from '#domain/progress/tally.ts';
import { goalSchema } from '#domain/records/goal.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { targetSchema } from '#domain/records/target.ts';
import {
  anyDay,
  anyGoal,
  anyLog,
  anyLogs,
  anyMeasurements,
  anyPauses,
  anyPromise,
  anyTarget,
} from '#tests/support/arbitraries.ts';
import { activities, createContext, createGoal } from '#tests/support/progress-builders.ts';

const anySituation = fc.record({ goal: anyGoal, promise: anyPromise, logs: anyLogs });
const anyMoment = fc.record({ asOf: anyDay, measurements: anyMeasurements, deviations: anyPauses });

test('random targets and goals are ones that the schema lets in', () => {
  fc.assert(
    fc.property(anyTarget, anyGoal, (target, goal) => {
      expect(parseRecord(targetSchema, target).kind).toBe('valid');
      expect(parseRecord(goalSchema, goal).kind).toBe('valid');
    }),
  );
});

test('every goal has a status at every moment: computing never throws and never gives a figure that is no number', () => {
  fc.assert(
    fc.property(anySituation, anyMoment, ({ goal, promise, logs }, moment) => {
      const tally = tallyLogs(createContext(goal, promise), logs).total;
      const progress = computeProgress({ goal, promise, tally, assessments: [], ...moment });
      expect(runningStatuses).toContain(progress.status);
      expect(progress.detail.kind).toBe(progress.kind);
      expect(progress.kind).toBe(progress.target.kind);
      if (progress.attainment !== undefined) expect(Number.isFinite(progress.attainment)).toBe(true);
      if (progress.pace) expect(Object.values(progress.pace).every(Number.isFinite)).toBe(true);
      if (progress.forecast) {
        const { low, median, high, chance } = progress.forecast;
        expect(low <= median && median <= high).toBe(true);
        expect(chance >= 0 && chance <= 1).toBe(true);
      }
      if (['ceiling', 'judged', 'ongoing'].includes(progress.kind)) expect(progress.attainment).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('the order of logs never matters', () => {
  const shuffled = anySituation.chain(({ goal, promise, logs }) =>
    fc.record({
      context: fc.constant(createContext(goal, promise)),
      logs: fc.constant(logs),
      other: fc.shuffledSubarray([...logs], { minLength: logs.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ context, logs, other }) => {
      expect(tallyLogs(context, other)).toEqual(tallyLogs(context, logs));
    }),
  );
});

test('adding a log and taking it away again gives back the same tally', () => {
  fc.assert(
    fc.property(anySituation, anyLog, ({ goal, promise, logs }, log) => {
      const context = createContext(goal, promise);
      const { total } = tallyLogs(context, logs);
      const { tally } = contribute(context, log);
      expect(subtractTally(addTally(total, tally), tally)).toEqual(total);
    }),
  );
});

test('the whole tally is the sum of its days, of its logs one by one, and of a recount of many goals', () => {
  fc.assert(
    fc.property(anySituation, ({ goal, promise, logs }) => {
      const context = createContext(goal, promise);
      const { total, byDay } = tallyLogs(context, logs);
      expect(sumTallies(byDay.values())).toEqual(total);
      expect(logs.map((log) => contribute(context, log).tally).reduce(addTally, emptyTally)).toEqual(total);
      expect(
        logs
          .map((log) => contributeToGoals([context], log).get(goal.id)?.tally ?? emptyTally)
          .reduce(addTally, emptyTally),
      ).toEqual(total);
      expect(tallyGoals([context], logs).get(goal.id)).toEqual({ total, byDay });
    }),
  );
});

test('counters are whole numbers above zero, and a day without any has no tally', () => {
  fc.assert(
    fc.property(anySituation, ({ goal, promise, logs }) => {
      const { byDay } = tallyLogs(createContext(goal, promise), logs);
      for (const tally of byDay.values()) {
        const amounts = Object.values(tally);
        expect(amounts.length).toBeGreaterThan(0);
        expect(amounts.every((amount) => Number.isInteger(amount) && amount > 0)).toBe(true);
      }
    }),
  );
});

test('the tally as of a day is that of the logs until then, with the planned work ahead', () => {
  fc.assert(
    fc.property(anySituation, anyDay, ({ goal, promise, logs }, asOf) => {
      const context = createContext(goal, promise);
      const known = logs.filter((log) => log.date <= asOf || log.state === 'planned');
      expect(tallyAsOf(tallyLogs(context, logs).byDay, asOf)).toEqual(tallyLogs(context, known).total);
    }),
  );
});

test('the logs that the explanation counts recompute to the figure, and every log is on one side or the other', () => {
  fc.assert(
    fc.property(anySituation, anyMoment, ({ goal, promise, logs }, moment) => {
      const context = createContext(goal, promise);
      const input = { goal, promise, activities, assessments: [], ...moment };
      const explanation = explainProgress(input, logs);
      const tally = tallyAsOf(tallyLogs(context, logs).byDay, moment.asOf);
      const sure = explanation.counted.filter((entry) => !entry.unsure);
      const sum = (amounts: readonly number[]) => amounts.reduce((left, right) => left + right, 0);
      expect(sum(sure.map((entry) => entry.amount))).toBe(tally[counters.sum] ?? 0);
      expect(sum(explanation.counted.filter((entry) => entry.unsure).map((entry) => entry.amount))).toBe(
        tally[counters.unsure] ?? 0,
      );
      expect(explanation.counted.length).toBe(tally[counters.events] ?? 0);
      expect(explanation.counted.length + explanation.excluded.length).toBe(logs.length);

      const ids = new Set(explanation.counted.map((entry) => entry.logId));
      const apart = (state: string) => state === 'nothing-to-report' || state === 'planned';
      const again = logs.filter(
        (log) => ids.has(log.id) || (apart(log.state) && (log.date <= moment.asOf || log.state === 'planned')),
      );
      const recomputed = computeProgress({ ...input, tally: tallyLogs(context, again).total });
      expect(recomputed).toEqual(computeProgress({ ...input, tally }));
    }),
    { numRuns: 300 },
  );
});

test('where a goal has its whole and its part, the explanation counts both', () => {
  fc.assert(
    fc.property(anySituation, ({ goal: any, promise, logs }) => {
      const goal = createGoal({ kind: 'on-demand', unit: 'st' }, { feeds: any.feeds });
      const { counted } = explainProgress(
        { goal, promise, activities, measurements: [], assessments: [], deviations: [], asOf: '2030-01-01' },
        logs,
      );
      const { total } = tallyLogs(createContext(goal, promise), logs);
      expect(counted.reduce((sum, entry) => sum + (entry.whole ?? 0), 0)).toBe(total[counters.whole] ?? 0);
    }),
  );
});

test('a log that reports nothing of what the goal counts adds nothing: a missing value never becomes 0', () => {
  fc.assert(
    fc.property(anySituation, anyMoment, ({ goal: any, promise, logs }, moment) => {
      const quantitiesOnly = any.feeds.filter(
        (feed) => !activities.some((activity) => activity.measures[0]?.id === feed.measureId),
      );
      const goal = { ...any, feeds: quantitiesOnly };
      const context = createContext(goal, promise);
      const silent = logs.map((log) => ({ ...log, quantities: {}, reached: [] }));
      const before = tallyLogs(context, logs).total;
      const with0 = sumTallies([
        before,
        ...silent.filter((log) => log.state === 'done').map((log) => contribute(context, log).tally),
      ]);
      const input = { goal, promise, assessments: [], ...moment };
      const isScheduled =
        goal.target.kind === 'schedule' || goal.versions.some((version) => version.target.kind === 'schedule');
      if (!isScheduled)
        expect(computeProgress({ ...input, tally: with0 })).toEqual(computeProgress({ ...input, tally: before }));
    }),
  );
});

test('joint work is credited to each party and counts once: credits and what names nobody, less the overlap, are the total', () => {
  fc.assert(
    fc.property(anySituation, ({ goal, promise, logs }) => {
      const { byParty, unassigned, overlap, total } = creditParties(
        tallyLogs(createContext(goal, promise), logs).total,
      );
      const credits = Object.values(byParty).reduce((sum, amount) => sum + amount, 0);
      expect(credits + unassigned - overlap).toBe(total);
    }),
  );
});

test('taking a party off every log never changes the total', () => {
  fc.assert(
    fc.property(anySituation, ({ goal, promise, logs }) => {
      const context = createContext(goal, promise);
      const alone = logs.map((log) => ({ ...log, partyIds: log.partyIds.slice(1) }));
      expect(creditParties(tallyLogs(context, alone).total).total).toBe(
        creditParties(tallyLogs(context, logs).total).total,
      );
    }),
  );
});
