import { readUnits } from '#domain/calendar/unit-keys.ts';
import { counters, reportCounter } from '#domain/progress/counters.ts';
import { isTooEarly, toPace } from '#domain/progress/pace.ts';
import { readAmount } from '#domain/progress/read-amounts.ts';
import { increase } from '#domain/progress/tally.ts';
import type { TargetOf } from '#domain/records/target.ts';
import type { FigureInput, KindRules, LogFacts } from './kind-rules.ts';

/** Antal, högst. Silence proves nothing: it is met only when every unit of the period was reported. */
export const ceilingRules: KindRules<'ceiling'> = {
  count(target, facts) {
    const amount = readAmount(facts.feeds, facts.log);
    if (amount === undefined) return 'no-quantity';
    noteReport(target, facts);
    return { amount };
  },

  noteNothing: noteReport,

  measure(input) {
    const { target, tally, frame } = input;
    const used = tally[counters.sum] ?? 0;
    const usedShare = target.value === 0 ? undefined : used / target.value;
    const units = listReports(input);
    // Of those due: a report for the running unit must not stand in for one that is missing.
    const reported = units.filter((unit) => unit.due && unit.reported).length;
    const tooEarly = !frame || isTooEarly(frame, tally[counters.events] ?? 0);
    const overTime = !tooEarly && usedShare !== undefined && usedShare > frame.timeShare;
    const proven = units.length > 0 && units.every((unit) => unit.reported);
    return {
      detail: {
        kind: 'ceiling',
        used,
        limit: target.value,
        usedShare,
        reported: reported,
        due: units.filter((unit) => unit.due).length,
      },
      standing: {
        settled: used > target.value ? 'broken' : undefined,
        running: overTime ? 'at-risk' : 'holding',
        ended: proven ? 'met' : 'unconfirmed',
      },
      pace: frame && toPace(target.value, frame),
    };
  },
};

/** Every activity that feeds the goal reports for itself. */
function noteReport(target: TargetOf<'ceiling'>, { plan, log, sheet }: LogFacts): void {
  const key = plan.unitKey(target.reportEvery, log.date);
  if (key === undefined) return;
  const { activityIds } = log;
  for (let index = 0; index < activityIds.length; index++) {
    const activityId = activityIds[index] ?? '';
    if (activityIds.indexOf(activityId) < index || !plan.feedsByActivity.has(activityId)) continue;
    increase(sheet, reportCounter(activityId, key), 1);
  }
}

/** A unit is reported when each feeding activity has said something in it. Cut units count: their days are days of the period. */
function listReports({ target, goal, span, tally, asOf }: FigureInput<'ceiling'>) {
  if (!span) return [];
  const activityIds = [...new Set(goal.feeds.map((feed) => feed.activityId))];
  return readUnits(span, target.reportEvery).map((unit) => ({
    due: unit.to <= asOf,
    reported: activityIds.length > 0 && activityIds.every((id) => tally[reportCounter(id, unit.key)] !== undefined),
  }));
}
