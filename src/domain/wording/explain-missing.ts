import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { TargetKind } from '#domain/records/target.ts';
import { formatDay } from './days.ts';
import type { View } from './describe-outcome.ts';
import { explainWords } from './explain-words.ts';
import type { Language } from './locale.ts';

/** Fed by measurements and by people's judgement, not by logs. */
const kindsWithoutFeeds: readonly TargetKind[] = ['series', 'judged'];

/** In: a goal and its progress. Out: what is missing before the figure can be trusted; empty when nothing is. */
export function listMissing(goal: Goal, progress: GoalProgress, language: Language, view: View): readonly string[] {
  const words = explainWords[language].missing;
  const rule = goal.countingRule;
  const hasRule = [rule.countsAsOne, rule.doesNotCount].some((text) => text.trim() !== '');
  const counts = !kindsWithoutFeeds.includes(progress.kind);
  return [
    progress.period === undefined ? words.period : undefined,
    counts && !hasRule ? words.countingRule : undefined,
    counts && goal.feeds.length === 0 ? words.feeds : undefined,
    goal.ownerPartyIds.length === 0 ? words.owner : undefined,
    ...(view === 'masked' ? [] : [...listUnreported(progress, language), ...listUndecided(progress, language)]),
  ].filter((line) => line !== undefined);
}

/** What should have been reported by now. */
function listUnreported({ detail }: GoalProgress, language: Language): readonly string[] {
  const words = explainWords[language].missing;
  if (detail.kind === 'ceiling' && detail.reported < detail.due) return [words.reports(detail.due - detail.reported)];
  if (detail.kind === 'ratio' && detail.whole === 0) return [words.nothingReported];
  if (detail.kind !== 'recurrence') return [];
  const silent = detail.units.filter((unit) => unit.due && unit.whole && !unit.paused && !unit.reported).length;
  return silent > 0 ? [words.silentUnits(silent, detail.per)] : [];
}

/** What people still have to measure, judge or find out. */
function listUndecided({ detail, asOf }: GoalProgress, language: Language): readonly string[] {
  const words = explainWords[language].missing;
  if (detail.kind === 'judged') return detail.latest === undefined ? [words.assessment] : [];
  if (detail.kind === 'count') return detail.unsure ? [words.unsure(detail.unsure)] : [];
  if (detail.kind !== 'series') return [];
  const { latest, nextMeasurementOn: next } = detail;
  const isLate = next !== undefined && next < asOf && (latest === undefined || latest.date < next);
  return [
    ...(latest === undefined ? [words.measurement] : []),
    ...(isLate ? [words.lateMeasurement(formatDay(next, language, asOf))] : []),
  ];
}
