import type { RecurrenceUnit, Target, TargetOf } from '#domain/records/target.ts';
import { formatDayWithYear } from './days.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount, formatNumber, formatShare } from './numbers.ts';
import { formatAmount, joinFirst, toUnit } from './sentence-parts.ts';
import { unitPhrases } from './unit-words.ts';

/** Longer lists of places, members and steps are cut: the whole list stands on the goal's own page. */
const mostNamed = 4;

/**
 * What the target demands, as a phrase without a capital: "minst 12 trafikkontroller", "1 gång i månaden, varje månad".
 * In: a target. Out: a phrase that can stand after the goal's name.
 */
export function describeTarget(target: Target, language: Language): string {
  switch (target.kind) {
    case 'count':
      return describeCount(target, language);
    case 'ceiling':
      return `${words[language].atMost} ${formatAmount(target.value, target.unit)}`.trimEnd();
    case 'recurrence':
      return describeRecurrence(target, language);
    case 'schedule':
      return describeSchedule(target, language);
    case 'checklist':
      return describeChecklist(target, language);
    case 'ratio':
      return describeRatio(target, language);
    case 'deadline':
      return describeDeadline(target, language);
    case 'on-demand':
      return words[language].allHandled(target.unit);
    case 'milestone':
      return describeMilestone(target, language);
    case 'series':
      return describeSeries(target, language);
    case 'judged':
      return words[language].judged(levelName(target, target.agreedLevelId));
    case 'ongoing':
      return words[language].ongoing;
  }
}

/** In: a goal judged in words and a level's id. Out: the level's name, or an empty text when it is gone. */
export const levelName = (target: TargetOf<'judged'>, levelId: string): string =>
  target.rubric.find((level) => level.id === levelId)?.name ?? '';

/** How many of a checklist's members must be ticked. 0.6 × 5 is 3.0000000000000004 in some orders: hence the slack. */
export const requiredMembers = (target: TargetOf<'checklist'>): number =>
  Math.ceil((target.requiredShare ?? 1) * target.members.length - 1e-9);

function describeCount(target: TargetOf<'count'>, language: Language): string {
  const { atLeast, exactly, distinct, perPlace } = words[language];
  const unit = toUnit(target.value, target.unit);
  const amount = `${target.exact ? exactly : atLeast} ${formatNumber(target.value)} ${target.distinctPersons ? `${distinct(target.value)} ` : ''}${unit}`;
  const places = target.perPlace ?? [];
  return places.length === 0
    ? amount.trimEnd()
    : `${amount.trimEnd()} ${perPlace(joinFirst(places, mostNamed, language))}`;
}

/** "1 gång i månaden, varje månad"; "1 gång i månaden, i snitt". */
function describeRecurrence(target: TargetOf<'recurrence'>, language: Language): string {
  const unit: RecurrenceUnit = target.per;
  const { per, every } = unitPhrases(unit, language);
  const reading = target.reading === 'each' ? every : words[language].onAverage;
  return `${formatAmount(target.times, target.unit)} ${per}, ${reading}`;
}

function describeSchedule(target: TargetOf<'schedule'>, language: Language): string {
  const held = target.slots.filter((slot) => slot.exempt === undefined).length;
  const occasions = words[language].occasions(held);
  return target.rule?.trim() ? `${occasions}: ${target.rule.trim()}` : occasions;
}

function describeChecklist(target: TargetOf<'checklist'>, language: Language): string {
  const names = joinFirst(
    target.members.map((member) => member.name),
    mostNamed,
    language,
  );
  const all = target.members.length;
  const required = requiredMembers(target);
  return `${required === all ? words[language].all(all) : words[language].someOf(required, all)}: ${names}`;
}

function describeRatio(target: TargetOf<'ratio'>, language: Language): string {
  const { atLeast, atMost, ofAll } = words[language];
  const least = target.minDenominator ? `, ${words[language].minDenominator(target.minDenominator)}` : '';
  return `${target.direction === 'at-least' ? atLeast : atMost} ${formatShare(target.share)} ${ofAll} ${target.unit}${least}`;
}

function describeDeadline(target: TargetOf<'deadline'>, language: Language): string {
  const when = target.by === undefined ? words[language].within(target.withinDays ?? 0) : words[language].by(target.by);
  const share = target.requiredShare ?? 1;
  return share < 1 ? `${when} ${words[language].inCases(formatShare(share))}` : when;
}

function describeMilestone(target: TargetOf<'milestone'>, language: Language): string {
  const last = target.steps.at(-1);
  const due = last?.dueOn ? `, ${words[language].by(last.dueOn)}` : '';
  return `${words[language].steps(target.steps.length, last?.name ?? '')}${due}`;
}

function describeSeries(target: TargetOf<'series'>, language: Language): string {
  const { indicator, direction, baseline, level, band } = target;
  const value = (number: number) => formatValue(number, indicator.unit);
  const { shall, from, to, between, atValue } = words[language];
  const range = [
    band && direction === 'hold' ? between(value(band.low), value(band.high)) : undefined,
    !band && direction === 'hold' && baseline ? atValue(value(baseline.value)) : undefined,
    direction !== 'hold' && baseline ? from(value(baseline.value)) : undefined,
    direction !== 'hold' && level !== undefined ? to(value(level)) : undefined,
  ].filter((part) => part !== undefined);
  return [`${indicator.name} ${shall[direction]}`, ...range].join(' ');
}

/** In: a measured value and its unit. Out: `3,5`, `62 procent`, `62 %` — no space is lost and none is added for no unit. */
export const formatValue = (value: number, unit: string): string =>
  unit.trim() === '' ? formatNumber(value) : `${formatNumber(value)}\u00a0${unit.trim()}`;

interface TargetPhrases {
  readonly atLeast: string;
  readonly atMost: string;
  readonly exactly: string;
  readonly onAverage: string;
  readonly ofAll: string;
  readonly ongoing: string;
  readonly distinct: (count: number) => string;
  readonly perPlace: (places: string) => string;
  readonly occasions: (count: number) => string;
  readonly all: (count: number) => string;
  readonly someOf: (required: number, all: number) => string;
  readonly minDenominator: (count: number) => string;
  readonly within: (days: number) => string;
  readonly by: (day: string) => string;
  readonly inCases: (share: string) => string;
  readonly allHandled: (unit: string) => string;
  readonly steps: (count: number, last: string) => string;
  readonly shall: Readonly<Record<'up' | 'down' | 'hold', string>>;
  readonly from: (value: string) => string;
  readonly to: (value: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly atValue: (value: string) => string;
  readonly judged: (level: string) => string;
}

const words: InLanguages<TargetPhrases> = {
  sv: {
    atLeast: 'minst',
    atMost: 'högst',
    exactly: 'exakt',
    onAverage: 'i snitt',
    ofAll: 'av alla',
    ongoing: 'löpande, utan antal att nå',
    distinct: (count) => (count === 1 ? 'ny' : 'olika'),
    perPlace: (places) => `på varje plats: ${places}`,
    occasions: (count) => (count === 1 ? '1 bestämt tillfälle' : `${formatCount(count)} bestämda tillfällen`),
    all: (count) => (count === 1 ? '1 att bocka av' : `alla ${formatCount(count)}`),
    someOf: (required, all) => `minst ${formatCount(required)} av ${formatCount(all)}`,
    minDenominator: (count) => `när minst ${formatCount(count)} har rapporterats`,
    within: (days) => (days === 0 ? 'samma dag' : `inom ${formatCount(days)} ${days === 1 ? 'dag' : 'dagar'}`),
    by: (day) => `senast ${formatDayWithYear(day, 'sv')}`,
    inCases: (share) => `i minst ${share} av fallen`,
    allHandled: (unit) => `alla ${unit} som kommer in ska hanteras`,
    steps: (count, last) => (count === 1 ? `en leverans: ${last}` : `${formatCount(count)} steg, sist: ${last}`),
    shall: { up: 'ska öka', down: 'ska minska', hold: 'ska hållas kvar' },
    from: (value) => `från ${value}`,
    to: (value) => `till ${value}`,
    between: (low, high) => `mellan ${low} och ${high}`,
    atValue: (value) => `på ${value}`,
    judged: (level) => `bedöms i ord, minst nivån ”${level}”`,
  },
  en: {
    atLeast: 'at least',
    atMost: 'at most',
    exactly: 'exactly',
    onAverage: 'on average',
    ofAll: 'of all',
    ongoing: 'ongoing, without a number to reach',
    distinct: (count) => (count === 1 ? 'new' : 'different'),
    perPlace: (places) => `at each place: ${places}`,
    occasions: (count) => (count === 1 ? '1 fixed occasion' : `${formatCount(count)} fixed occasions`),
    all: (count) => (count === 1 ? '1 to tick off' : `all ${formatCount(count)}`),
    someOf: (required, all) => `at least ${formatCount(required)} of ${formatCount(all)}`,
    minDenominator: (count) => `once at least ${formatCount(count)} have been reported`,
    within: (days) => (days === 0 ? 'the same day' : `within ${formatCount(days)} ${days === 1 ? 'day' : 'days'}`),
    by: (day) => `by ${formatDayWithYear(day, 'en')}`,
    inCases: (share) => `in at least ${share} of the cases`,
    allHandled: (unit) => `all ${unit} that come in shall be handled`,
    steps: (count, last) => (count === 1 ? `one delivery: ${last}` : `${formatCount(count)} steps, the last: ${last}`),
    shall: { up: 'shall rise', down: 'shall fall', hold: 'shall be held' },
    from: (value) => `from ${value}`,
    to: (value) => `to ${value}`,
    between: (low, high) => `between ${low} and ${high}`,
    atValue: (value) => `at ${value}`,
    judged: (level) => `judged in words, at least the level “${level}”`,
  },
};
