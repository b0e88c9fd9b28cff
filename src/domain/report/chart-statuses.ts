import { runningStatuses } from '#domain/progress/goal-progress.ts';
import type { Language } from '#domain/wording/locale.ts';
import { attainmentWords } from '#domain/wording/report-attainment-words.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import type { ReportBlock } from './report.ts';
import { chartBlock } from './report-blocks.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportGoal } from './report-input.ts';

/** How many goals stand where: the distribution, never an average. In: the report. Out: a chart, or nothing for fewer than two goals. */
export function chartStatuses({ ownGoals, rollUp, language, periodOver }: ReportContext): readonly ReportBlock[] {
  if (ownGoals.length < 2) return [];
  const words = attainmentWords(language);
  const standing = ownGoals.map((goal) => wordStatus(goal, language));
  const inOrder = [...runningStatuses.map((status) => statusWords(status, language).word), words.notYetReached];
  const counts = inOrder
    .map((word) => ({ word, count: standing.filter((one) => one === word).length }))
    .filter(({ count }) => count > 0);
  return [
    chartBlock({
      key: 'statuses',
      title: words.chartTitle(rollUp.met, rollUp.decided, periodOver),
      description: words.chartDescription(counts),
      unit: words.chartUnit,
      categories: counts.map(({ word }) => word),
      series: [{ name: words.chartUnit, values: counts.map(({ count }) => count) }],
    }),
  ];
}

/** A pace would say something about the number of a goal about people: before the verdict it is only not yet reached. */
function wordStatus({ goal, progress }: ReportGoal, language: Language): string {
  const { status } = progress;
  const open = !goal.personRelated || ['met', 'not-met', 'rescoped', 'disposed'].includes(status);
  return open ? statusWords(status, language).word : attainmentWords(language).notYetReached;
}
