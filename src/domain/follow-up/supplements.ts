/** What is added to a sealed follow-up: it stands beside what was frozen, which stays as it is with its checksum. */
import type { Day } from '#domain/calendar/day.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FollowUp, Supplement } from '#domain/records/follow-up.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { Report, ReportBlock, ReportChapter } from '#domain/report/report.ts';
import { dayCell, heading, numberCell, paragraph, tableBlocks, textCell } from '#domain/report/report-blocks.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { supplementWords } from '#domain/wording/report-supplement-words.ts';

type Sealed = Pick<FollowUp, 'snapshot' | 'supplements'>;

/** In: a follow-up. Out: the supplements to what is frozen, oldest first. */
export const listSupplements = ({ snapshot, supplements = [] }: Sealed): readonly Supplement[] =>
  supplements
    .filter(({ hash }) => hash === snapshot?.hash)
    .toSorted((left, right) => (`${left.on} ${left.id}` < `${right.on} ${right.id}` ? -1 : 1));

/**
 * Whether a change only adds supplements to what is frozen: those that were there stand as they were, and every new one
 * names the checksum that it stands beside. In: the supplements before, and the follow-up after. Out: yes or no.
 */
export function onlyAddsSupplements(
  before: FollowUp['supplements'] = [],
  { snapshot, supplements = [] }: Sealed,
): boolean {
  const now = new Map(supplements.map((supplement) => [supplement.id, JSON.stringify(supplement)]));
  const known = new Set(before.map(({ id }) => id));
  return (
    now.size === supplements.length &&
    before.every((supplement) => now.get(supplement.id) === JSON.stringify(supplement)) &&
    supplements.every(({ id, hash }) => known.has(id) || (snapshot !== undefined && hash === snapshot.hash))
  );
}

/**
 * Measurements that a supplement may bring: those that came after the figures of the report, without goals about people,
 * of which a report never says the number.
 * In: the promise's measurements and goals, and the follow-up. Out: the later ones that no supplement has brought, by day.
 */
export function listLaterMeasurements(
  measurements: readonly Measurement[],
  goals: readonly Goal[],
  followUp: Sealed,
): readonly Measurement[] {
  const { snapshot } = followUp;
  if (!snapshot) return [];
  const guarded = new Set(goals.filter(({ personRelated }) => personRelated).map(({ id }) => id));
  const told = new Set(listSupplements(followUp).flatMap(({ measurements: own }) => own.map(toKey)));
  return measurements
    .filter(({ deletedAt, goalId }) => deletedAt === undefined && !(goalId !== undefined && guarded.has(goalId)))
    .filter(
      (measurement) => endOf(measurement) > snapshot.asOf && !told.has(toKey(toSupplementMeasurement(measurement))),
    )
    .toSorted((left, right) => (endOf(left) < endOf(right) ? -1 : 1));
}

/** A measurement as it stands now, to be kept in a supplement. */
export const toSupplementMeasurement = ({
  indicator,
  value,
  n,
  preliminary,
  period,
  ...rest
}: Measurement): Supplement['measurements'][number] => ({
  name: indicator.name,
  value,
  unit: indicator.unit,
  source: indicator.source,
  ...(period ? { from: period.from, on: period.to } : { on: rest.date ?? '' }),
  ...(n === undefined ? {} : { n }),
  ...(preliminary ? { preliminary } : {}),
});

const endOf = ({ date, period }: Measurement): Day => date ?? period?.to ?? '';
const toKey = ({ name, on, value }: Supplement['measurements'][number]): string => `${name}\n${on}\n${value}`;

/**
 * The frozen report with what was added to it, for screen, paper and files. What was frozen is not touched.
 * In: the report as it was frozen, its follow-up and promise. Out: the same where nothing was added; else with a chapter at its end.
 */
export function appendSupplements(report: Report, followUp: Sealed, promise: Pick<CitizenPromise, 'parties'>): Report {
  const supplements = listSupplements(followUp);
  const latest = supplements.at(-1);
  if (latest === undefined) return report;
  const { language } = report;
  const words = supplementWords(language);
  const chapter: ReportChapter = {
    key: 'supplement',
    title: words.title,
    written: true,
    blocks: [
      paragraph(words.lead),
      ...supplements.flatMap((supplement, index) => writeSupplement(supplement, index, promise, language)),
    ],
  };
  const fact = { label: words.title, text: words.fact(supplements.length, formatDateWithYear(latest.on, language)) };
  return { ...report, facts: [...report.facts, fact], chapters: [...report.chapters, chapter] };
}

function writeSupplement(
  { id, text, measurements, on, partyId, function: role, vouched }: Supplement,
  index: number,
  { parties }: Pick<CitizenPromise, 'parties'>,
  language: Language,
): readonly ReportBlock[] {
  const words = supplementWords(language);
  const day = formatDateWithYear(on, language);
  const party = parties.find((one) => one.id === partyId)?.name ?? '';
  return [
    heading(words.heading(index + 1, day)),
    ...text
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(paragraph),
    ...tableBlocks({
      key: `supplement-${id}`,
      caption: words.caption(index + 1),
      columns: [
        { key: 'indicator', title: words.indicator, kind: 'text' },
        { key: 'value', title: words.value, kind: 'number' },
        { key: 'unit', title: words.unit, kind: 'text' },
        { key: 'about', title: words.about, kind: 'text' },
        { key: 'day', title: words.day, kind: 'day' },
        { key: 'respondents', title: words.respondents, kind: 'number' },
        { key: 'source', title: words.source, kind: 'text' },
      ],
      rows: measurements.map((measurement) => [
        textCell(measurement.preliminary ? words.preliminary(measurement.name) : measurement.name),
        numberCell(measurement.value),
        textCell(measurement.unit),
        textCell(formatPeriod({ from: measurement.from ?? measurement.on, to: measurement.on }, language)),
        dayCell(measurement.on, language),
        numberCell(measurement.n),
        textCell(measurement.source),
      ]),
    }),
    paragraph(words.signed(role, party, day, vouched ?? false)),
  ];
}
