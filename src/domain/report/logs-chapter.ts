import type { Day } from '#domain/calendar/day.ts';
import { maskCount } from '#domain/progress/small-numbers.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { logWords } from '#domain/wording/report-log-words.ts';
import { columnTitle, tableCaption } from '#domain/wording/report-titles.ts';
import { groupMonths, type MonthGroup } from './group-months.ts';
import type { ReportBlock, ReportCell } from './report.ts';
import { chartBlock, numberCell, paragraph, paragraphs, tableBlocks, textCell } from './report-blocks.ts';
import { buildTable, type ChapterParts, hidesOccasions, type ReportContext } from './report-context.ts';
import type { ActivityWork } from './report-input.ts';

/** Below this a by-outcome is not printed: who was fined or searched in a small place is easily known (model section 4). */
const smallNumber = 5;

interface WorkRow {
  readonly name: string;
  readonly work: ActivityWork;
}

/** Plain counts per activity and month: no note, no planned work, nobody's name. */
export function writeLogsChapter(context: ReportContext): ChapterParts {
  const words = logWords(context.language);
  const rows = listWork(context);
  const open = rows.filter(({ work }) => !hidesOccasions(context, work.activityId));
  const hidden = rows.length - open.length;
  const groups = groupMonths(
    open.flatMap(({ work }) => work.byMonth.map(({ month }) => month)),
    findLastDay(context),
  );
  const total = open.reduce((sum, { work }) => sum + work.done, 0);
  return {
    running: paragraphs(
      words.intro(total, context.figuresOn),
      hidden > 0 ? words.hidden(hidden) : undefined,
      open.some(({ work }) => work.lateReported > 0) ? words.late : undefined,
    ),
    computed: [
      ...chartMonths(context, open, groups),
      ...tabulateMonths(context, open, groups),
      ...tabulateByOutcomes(context, rows),
    ],
  };
}

/** After the period nothing more can come. */
const findLastDay = ({ period, asOf }: ReportContext): Day => (period && period.to < asOf ? period.to : asOf);

/** In the order of the text; an activity without work stands with 0, which is what was logged. */
const listWork = ({ items }: ReportContext): readonly WorkRow[] =>
  items.flatMap((item) =>
    item.kind === 'activity' ? [{ name: item.activity.shortName, work: item.work ?? emptyWork(item.activity.id) }] : [],
  );

const emptyWork = (activityId: string): ActivityWork => ({
  activityId,
  done: 0,
  lateReported: 0,
  byMonth: [],
  byOutcomes: [],
});

const sumIn = ({ byMonth }: ActivityWork, { months }: MonthGroup): number =>
  byMonth.reduce((sum, { month, done }) => sum + (months.includes(month) ? done : 0), 0);

function tabulateMonths(
  { language }: ReportContext,
  rows: readonly WorkRow[],
  groups: readonly MonthGroup[],
): readonly ReportBlock[] {
  const words = logWords(language);
  return tableBlocks({
    key: 'months',
    caption: tableCaption('months', language),
    columns: [
      { key: 'activity', title: columnTitle('activity', language), kind: 'text' },
      ...groups.map((group) => ({ key: group.key, title: words.group(group), kind: 'number' as const })),
      { key: 'total', title: columnTitle('total', language), kind: 'number' },
    ],
    rows: rows.map(({ name, work }) => [
      textCell(name),
      ...groups.map((group) => numberCell(sumIn(work, group))),
      totalCell(work),
    ]),
  });
}

/** "5 (+1)": the sealed figure stands, and what came after it is seen. */
const totalCell = ({ done, lateReported }: ActivityWork): ReportCell =>
  lateReported > 0 ? { text: `${formatCount(done)} (+${formatCount(lateReported)})`, value: done } : numberCell(done);

function chartMonths(
  { language }: ReportContext,
  rows: readonly WorkRow[],
  groups: readonly MonthGroup[],
): readonly ReportBlock[] {
  const words = logWords(language);
  const counts = groups.map((group) => ({
    name: words.group(group),
    count: rows.reduce((sum, { work }) => sum + sumIn(work, group), 0),
  }));
  const most = counts.reduce<(typeof counts)[number] | undefined>(
    (top, one) => (top === undefined || one.count > top.count ? one : top),
    undefined,
  );
  if (counts.length < 2 || most === undefined || most.count === 0) return [];
  return [
    chartBlock({
      key: 'months',
      title: words.chartTitle(most.name, most.count),
      description: words.chartDescription(counts),
      unit: words.unit,
      categories: counts.map(({ name }) => name),
      series: [{ name: words.unit, values: counts.map(({ count }) => count) }],
    }),
  ];
}

/** No sum is printed beside these, so that nothing hidden can be worked out from it. */
function tabulateByOutcomes(context: ReportContext, rows: readonly WorkRow[]): readonly ReportBlock[] {
  const words = logWords(context.language);
  const cells = rows.flatMap(({ name, work }) =>
    work.byOutcomes
      .filter(({ count }) => count > 0)
      .map((outcome) => [textCell(outcome.name), textCell(name), maskedCell(outcome.count, words.fewerThan)]),
  );
  if (cells.length === 0) return [];
  return [
    ...buildTable(
      context,
      'by-outcomes',
      [
        ['name', 'text'],
        ['activity', 'text'],
        ['count', 'number'],
      ],
      cells,
    ),
    paragraph(words.byOutcomes),
  ];
}

function maskedCell(count: number, fewerThan: (threshold: number) => string): ReportCell {
  const masked = maskCount(count, smallNumber);
  return masked.kind === 'exact' ? numberCell(masked.value) : { text: fewerThan(smallNumber) };
}
