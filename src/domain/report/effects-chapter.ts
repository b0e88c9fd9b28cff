import type { Day } from '#domain/calendar/day.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import { formatPeriod } from '#domain/wording/days.ts';
import { describeTarget, formatValue } from '#domain/wording/describe-target.ts';
import { effectWords, soundsLikeReportedCrime } from '#domain/wording/report-effect-words.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { chartSeries } from './chart-series.ts';
import type { ReportCell } from './report.ts';
import { dayCell, numberCell, paragraph, paragraphs, textCell } from './report-blocks.ts';
import { buildTable, type ChapterParts, type ReportContext } from './report-context.ts';
import type { ReportGoal } from './report-input.ts';
import { wordFigure } from './word-figure.ts';
import { notJudged, wordAttainment } from './word-verdicts.ts';

/** Effects on a lane of their own: the promise may have contributed, and no figure here says by how much. */
export function writeEffectsChapter(context: ReportContext): ChapterParts {
  const { effectGoals, language } = context;
  const words = effectWords(language);
  const beside = listBeside(context);
  const paradox = [...effectGoals.map(readIndicator), ...beside.map(({ indicator }) => indicator)].some(
    (indicator) => indicator !== undefined && soundsLikeReportedCrime(`${indicator.name} ${indicator.source}`),
  );
  const nothing = effectGoals.length + beside.length === 0;
  return {
    running: paragraphs(nothing ? words.nothingMeasured : words.manyCauses, nothing ? undefined : tellEffects(context)),
    computed: [
      ...tabulateGoals(context),
      ...effectGoals.flatMap((entry) => chartSeries(entry, context)),
      ...tabulateBeside(context, beside),
      ...(paradox ? [paragraph(words.detectionParadox)] : []),
    ],
  };
}

/** What was measured, goal by goal: whether it moved, never why. */
function tellEffects({ effectGoals, language }: ReportContext): string | undefined {
  const words = effectWords(language);
  const met = effectGoals.filter(({ progress }) => progress.status === 'met');
  const missed = effectGoals.filter(({ progress }) => progress.status === 'not-met' || progress.status === 'broken');
  const open = effectGoals.length - met.length - missed.length;
  const names = (goals: readonly ReportGoal[]): readonly string[] => goals.map(({ goal }) => goal.shortName);
  if (effectGoals.length === 0) return undefined;
  return words.standing(names(met), names(missed), open);
}

const readIndicator = ({ progress: { detail } }: ReportGoal) =>
  detail.kind === 'series' ? detail.indicator : undefined;

const tabulateGoals = (context: ReportContext) =>
  buildTable(
    context,
    'indicators',
    [
      ['goal', 'text'],
      ['target', 'text'],
      ['baseline', 'text'],
      ['outcome', 'text'],
      ['day', 'day'],
      ['respondents', 'number'],
      ['source', 'text'],
      ['standing', 'text'],
      ['attainment', 'text'],
    ],
    context.effectGoals.map((entry) => writeGoal(context, entry)),
  );

function writeGoal(context: ReportContext, entry: ReportGoal): readonly ReportCell[] {
  const { language } = context;
  const { goal, progress } = entry;
  const { detail } = progress;
  const series = detail.kind === 'series' && !goal.personRelated ? detail : undefined;
  const baseline = series?.baseline;
  return [
    textCell(goal.shortName),
    textCell(describeTarget(progress.target, language)),
    textCell(baseline === undefined ? undefined : formatValue(baseline, series?.indicator.unit ?? '')),
    textCell(wordFigure(entry, language)),
    dayCell(series?.latest?.date, language),
    numberCell(series?.latest?.n),
    textCell(series?.indicator.source),
    textCell(goal.personRelated ? undefined : wordStanding(entry, context)),
    textCell(wordAttainment(context, goal.id) ?? notJudged(context)),
  ];
}

function wordStanding({ progress }: ReportGoal, { language, asOf }: ReportContext): string {
  const { word } = statusWords(progress.status, language);
  const { detail } = progress;
  const next = detail.kind === 'series' ? detail.nextMeasurementOn : undefined;
  return next === undefined || next <= asOf ? word : effectWords(language).nextMeasurement(word, next);
}

/** Measurements that no goal of the promise rests on. */
function listBeside({ measurements, goals, asOf }: ReportContext): readonly Measurement[] {
  const used = new Set(
    goals.flatMap(({ progress: { detail } }) =>
      detail.kind === 'series' ? detail.points.map(({ measurementId }) => measurementId) : [],
    ),
  );
  return measurements
    .filter(({ id, deletedAt, goalId }) => deletedAt === undefined && goalId === undefined && !used.has(id))
    .filter((measurement) => endOf(measurement) <= asOf)
    .toSorted((left, right) => (endOf(left) < endOf(right) ? -1 : 1));
}

const endOf = ({ date, period }: Measurement): Day => date ?? period?.to ?? '';

const tabulateBeside = (context: ReportContext, beside: readonly Measurement[]) =>
  buildTable(
    context,
    'beside',
    [
      ['indicator', 'text'],
      ['value', 'number'],
      ['unit', 'text'],
      ['about', 'text'],
      ['source', 'text'],
      ['comment', 'text'],
    ],
    beside.map(({ indicator, value, period, date, preliminary, note }) => [
      textCell(indicator.name),
      numberCell(value),
      textCell(indicator.unit),
      textCell(formatPeriod(period ?? { from: date ?? '', to: date ?? '' }, context.language)),
      textCell(indicator.source),
      textCell([preliminary ? effectWords(context.language).preliminary : '', note ?? ''].filter(Boolean).join(' ')),
    ]),
  );
