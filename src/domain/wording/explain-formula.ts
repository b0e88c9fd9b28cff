/** The formula of each kind in words, with the goal's own numbers (model sections 3 and 4). */
import type { GoalDetail, GoalProgress, SeriesPoint } from '#domain/progress/goal-progress.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { TargetKind } from '#domain/records/target.ts';
import { formatDate, formatDateWithYear, formatDayWithYear } from './days.ts';
import { formatValue } from './describe-target.ts';
import { formulaWords } from './formula-words.ts';
import type { Language } from './locale.ts';
import { formatNumber, formatOutOf, formatShare, formatShareOf } from './numbers.ts';
import { joinFirst } from './sentence-parts.ts';

type DetailOf<K extends TargetKind> = Extract<GoalDetail, { kind: K }>;
type Line = string | undefined | false;

/** Rows of units and names are cut here: the figure's table has them all. */
const mostUnits = 12;
const mostNames = 8;

/** In: a goal and its progress. Out: the lines of the formula, at least one. */
export function explainFormula(goal: Goal, progress: GoalProgress, language: Language): readonly string[] {
  const lines = [
    ...explainDetail(goal, progress, language),
    ...explainPace(progress, language),
    progress.planned > 0 && formulaWords[language].planned(progress.planned),
  ];
  return lines.filter((line) => typeof line === 'string');
}

function explainDetail(goal: Goal, progress: GoalProgress, language: Language): readonly Line[] {
  const { detail } = progress;
  switch (detail.kind) {
    case 'count':
      return explainCount(detail, language);
    case 'ceiling':
      return explainCeiling(detail, language);
    case 'recurrence':
      return explainRecurrence(detail, language);
    case 'schedule':
      return explainSchedule(detail, language);
    case 'checklist':
      return explainChecklist(detail, language);
    case 'ratio':
      return explainRatio(detail, progress, language);
    case 'deadline':
      return explainDeadline(detail, language);
    case 'on-demand':
      return explainOnDemand(detail, language);
    case 'milestone':
      return explainMilestone(detail, language);
    case 'series':
      return explainSeries(goal, detail, progress.attainment, language);
    case 'judged':
      return explainJudged(detail, language);
    case 'ongoing':
      return explainOngoing(detail, language);
  }
}

function explainCount(detail: DetailOf<'count'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const { sum, value, exact, unsure = 0, places = [] } = detail;
  const perPlace = places.map((place) => `${place.place} ${formatOutOf(place.sum, place.value, language)}`);
  return [
    words.sum(sum),
    unsure > 0 && words.unsure(sum, sum + unsure),
    places.length > 0 && words.perPlace(joinFirst(perPlace, mostNames, language)),
    places.length > 0 && words.metAtEachPlace,
    places.length === 0 && (exact ? words.exactly(value) : words.metAt(value)),
  ];
}

function explainCeiling(detail: DetailOf<'ceiling'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  return [
    words.reportedSum(detail.used),
    detail.limit === 0 ? words.limitOfZero : words.limit(detail.limit),
    detail.due > 0 && words.reportsIn(detail.reported, detail.due),
    words.ceilingMet,
  ];
}

function explainRecurrence(detail: DetailOf<'recurrence'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const { times, per, each, average, units, reading } = detail;
  const counts = units.filter((unit) => unit.due).map((unit) => formatNumber(unit.count));
  const shown = counts.slice(-mostUnits);
  return [
    shown.length > 0 && words.perUnit(per, shown.join(', '), counts.length > shown.length),
    each.due > 0 ? words.eachMet(each.met, each.due, times, per) : words.noUnitYet(per),
    average.perUnit !== undefined && words.average(average.sum, average.required, average.perUnit, per),
    reading === 'each' ? words.readEach(per) : words.readAverage,
    units.some((unit) => !unit.whole) && words.cutUnits(per),
    units.some((unit) => unit.paused) && words.pausedUnits(per),
  ];
}

function explainSchedule(detail: DetailOf<'schedule'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const coming = detail.slots.filter(({ state }) => state === 'coming' || state === 'today').length;
  const missed = detail.slots.filter(({ state }) => state === 'missed').map(({ date }) => formatDate(date, language));
  const exempt = detail.slots.filter(({ state }) => state === 'exempt').length;
  return [
    words.slots(detail.kept, detail.due),
    missed.length > 0 && words.missedSlots(joinFirst(missed, mostNames, language)),
    coming > 0 && words.comingSlots(coming),
    exempt > 0 && words.exemptSlots(exempt),
    words.slotRule,
  ];
}

function explainChecklist(detail: DetailOf<'checklist'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const names = (ticked: boolean) =>
    joinFirst(
      detail.members.filter((member) => member.ticked === ticked).map((member) => member.name),
      mostNames,
      language,
    );
  const [done, left] = [names(true), names(false)];
  return [
    words.ticked(detail.ticked, detail.members.length),
    done !== '' && words.tickedNames(done),
    left !== '' && words.leftNames(left),
    words.tickRequired(detail.required, detail.members.length),
  ];
}

function explainRatio(detail: DetailOf<'ratio'>, { target }: GoalProgress, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const { part, whole, required, direction, enough } = detail;
  const least = target.kind === 'ratio' ? target.minDenominator : undefined;
  const percentage = formatShareOf(part, whole);
  return [
    whole === 0 ? words.nothingReported : words.pooled(part, whole, percentage),
    words.shareRequired(formatShare(required), direction),
    whole > 0 && words.pooledRule,
    !enough && least !== undefined && words.tooFew(least),
  ];
}

function explainDeadline(detail: DetailOf<'deadline'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  if (detail.by !== undefined) {
    return [words.byDay(formatDayWithYear(detail.by, language)), words.dayInTime];
  }
  return [
    words.within(detail.withinDays ?? 0),
    detail.handled === 0 ? words.nothingReported : words.inTime(detail.inTime, detail.handled),
    detail.requiredShare < 1 ? words.shareInTime(formatShare(detail.requiredShare)) : words.allInTime,
  ];
}

function explainOnDemand(detail: DetailOf<'on-demand'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  return [detail.received === 0 ? words.noNeed : words.needs(detail.handled, detail.received), words.needRule];
}

function explainMilestone(detail: DetailOf<'milestone'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const steps = detail.steps.map((step, index) => {
    const due =
      step.dueOn && step.state !== 'reached' && step.state !== 'effort'
        ? formatDateWithYear(step.dueOn, language)
        : undefined;
    return words.step(index + 1, step.name, words.stepStates[step.state], due);
  });
  return [...steps, words.stepRule];
}

function explainSeries(
  goal: Goal,
  detail: DetailOf<'series'>,
  attainment: number | undefined,
  language: Language,
): readonly Line[] {
  const words = formulaWords[language];
  const { latest, baseline, level, band, indicator, direction } = detail;
  const value = (number: number) => formatValue(number, indicator.unit);
  const way =
    direction !== 'hold' && latest && baseline !== undefined && level !== undefined && attainment !== undefined;
  return [
    latest ? describePoint(latest, value(latest.value), language) : words.noMeasurement,
    baseline !== undefined && words.baseline(value(baseline)),
    level !== undefined && direction !== 'hold' && words.level(value(level)),
    band && direction === 'hold' && words.band(value(band.low), value(band.high)),
    way && words.way(formatNumber(latest.value), formatNumber(baseline), formatNumber(level), formatShare(attainment)),
    detail.points.some(({ preliminary }) => preliminary) && words.preliminary,
    indicator.source.trim() !== '' && words.source(indicator.source.trim()),
    goal.level === 'effect' && words.effect,
  ];
}

const describePoint = ({ date, n }: SeriesPoint, value: string, language: Language): string =>
  formulaWords[language].latest(value, formatDateWithYear(date, language), n);

function explainJudged(detail: DetailOf<'judged'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const nameOf = (id: string): string => detail.rubric.find((level) => level.id === id)?.name ?? '–';
  return [
    words.levels(detail.rubric.map(({ name }) => name).join(' · ')),
    words.agreed(nameOf(detail.agreedLevelId)),
    detail.latest
      ? words.judged(nameOf(detail.latest.levelId), formatDateWithYear(detail.latest.date, language))
      : words.notJudged,
    words.judgedRule,
  ];
}

function explainOngoing(detail: DetailOf<'ongoing'>, language: Language): readonly Line[] {
  const words = formulaWords[language];
  const counts = detail.tertials.map(({ count }) => formatNumber(count)).join(', ');
  return [words.plainCount(detail.count), counts !== '' && words.perTertial(counts), words.ongoingRule];
}

/** How the expected amount and the limits of the pace statuses come about, for the goals that have them. */
function explainPace(progress: GoalProgress, language: Language): readonly Line[] {
  const { pace, detail, periodOver } = progress;
  const words = formulaWords[language];
  const total = pacedTotal(detail);
  if (!pace || total === undefined || periodOver) return [];
  const early = pace.elapsedDays / pace.periodDays < 0.2 && progress.events < 3;
  const isEven = Math.abs(pace.timeShare - pace.elapsedDays / pace.periodDays) < 1e-9;
  return [
    isEven
      ? words.evenPace(total, pace.elapsedDays, pace.periodDays, pace.exact, pace.whole)
      : words.plannedPace(total, pace.timeShare, pace.exact, pace.whole),
    early ? words.tooEarly : words.paceRule(pace.whole),
  ];
}

/** The amount that pace is a share of. For a rhythm it is k times the units of the period that decide. */
function pacedTotal(detail: GoalDetail): number | undefined {
  if (detail.kind === 'count') return detail.value;
  if (detail.kind === 'checklist') return detail.required;
  if (detail.kind === 'recurrence')
    return detail.times * detail.units.filter((unit) => unit.whole && !unit.paused).length;
  return undefined;
}
