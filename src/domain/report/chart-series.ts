import { formatDateWithYear } from '#domain/wording/days.ts';
import { formatValue } from '#domain/wording/describe-target.ts';
import { effectWords } from '#domain/wording/report-effect-words.ts';
import type { ReportBlock } from './report.ts';
import { chartBlock } from './report-blocks.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportGoal } from './report-input.ts';

/** The measurements of an indicator, one bar each, the baseline first. In: a goal. Out: a chart, or nothing for fewer than two values. */
export function chartSeries({ goal, progress }: ReportGoal, { language }: ReportContext): readonly ReportBlock[] {
  const { detail } = progress;
  if (detail.kind !== 'series' || goal.personRelated) return [];
  const words = effectWords(language);
  const { indicator, baseline, points, level } = detail;
  const values = [
    ...(baseline === undefined ? [] : [{ label: words.baseline, value: baseline }]),
    ...points.map(({ date, value, preliminary }) => ({
      label: preliminary ? words.preliminaryOn(date) : formatDateWithYear(date, language),
      value,
    })),
  ];
  const [first] = values;
  const last = values.at(-1);
  if (values.length < 2 || !first || !last) return [];
  const say = (value: number): string => formatValue(value, indicator.unit);
  return [
    chartBlock({
      key: `series-${goal.order}`,
      title: words.chartTitle(indicator.name, say(first.value), say(last.value)),
      description: words.chartDescription(
        indicator.name,
        values.map(({ label, value }) => `${label} ${say(value)}`),
        level === undefined ? undefined : say(level),
      ),
      unit: indicator.unit,
      categories: values.map(({ label }) => label),
      series: [{ name: indicator.name, values: values.map(({ value }) => value) }],
    }),
  ];
}
