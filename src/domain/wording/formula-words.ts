import type { RecurrenceUnit } from '#domain/records/target.ts';
import type { InLanguages } from './locale.ts';
import { formatCount, formatNumber } from './numbers.ts';
import { capitalise, plural } from './sentence-parts.ts';
import { formatUnits, unitPhrases } from './unit-words.ts';

interface FormulaWords {
  readonly sum: (sum: number) => string;
  readonly unsure: (low: number, high: number) => string;
  readonly perPlace: (places: string) => string;
  readonly metAt: (value: number) => string;
  readonly metAtEachPlace: string;
  readonly planned: (count: number) => string;
  readonly exactly: (value: number) => string;
  readonly reportedSum: (sum: number) => string;
  readonly limit: (limit: number) => string;
  readonly limitOfZero: string;
  readonly reportsIn: (reported: number, due: number) => string;
  readonly ceilingMet: string;
  readonly perUnit: (unit: RecurrenceUnit, counts: string, isCut: boolean) => string;
  readonly eachMet: (met: number, due: number, times: number, unit: RecurrenceUnit) => string;
  readonly noUnitYet: (unit: RecurrenceUnit) => string;
  readonly average: (sum: number, required: number, perUnit: number, unit: RecurrenceUnit) => string;
  readonly readEach: (unit: RecurrenceUnit) => string;
  readonly readAverage: string;
  readonly cutUnits: (unit: RecurrenceUnit) => string;
  readonly pausedUnits: (unit: RecurrenceUnit) => string;
  readonly slots: (kept: number, due: number) => string;
  readonly missedSlots: (days: string) => string;
  readonly comingSlots: (count: number) => string;
  readonly exemptSlots: (count: number) => string;
  readonly slotRule: string;
  readonly ticked: (ticked: number, all: number) => string;
  readonly tickedNames: (names: string) => string;
  readonly leftNames: (names: string) => string;
  readonly tickRequired: (required: number, all: number) => string;
  readonly nothingReported: string;
  readonly pooled: (part: number, whole: number, percentage: string | undefined) => string;
  readonly pooledRule: string;
  readonly shareRequired: (share: string, direction: 'at-least' | 'at-most') => string;
  readonly tooFew: (least: number) => string;
  readonly byDay: (day: string) => string;
  readonly dayInTime: string;
  readonly within: (days: number) => string;
  readonly inTime: (inTime: number, handled: number) => string;
  readonly shareInTime: (share: string) => string;
  readonly allInTime: string;
  readonly noNeed: string;
  readonly needs: (handled: number, received: number) => string;
  readonly needRule: string;
  readonly step: (number: number, name: string, state: string, due: string | undefined) => string;
  readonly stepStates: Readonly<Record<'reached' | 'effort' | 'late' | 'open', string>>;
  readonly stepRule: string;
  readonly latest: (value: string, day: string, n: number | undefined) => string;
  readonly noMeasurement: string;
  readonly baseline: (value: string) => string;
  readonly level: (value: string) => string;
  readonly band: (low: string, high: string) => string;
  readonly way: (now: string, baseline: string, level: string, share: string) => string;
  readonly preliminary: string;
  readonly source: (source: string) => string;
  readonly effect: string;
  readonly levels: (levels: string) => string;
  readonly agreed: (level: string) => string;
  readonly judged: (level: string, day: string) => string;
  readonly notJudged: string;
  readonly judgedRule: string;
  readonly plainCount: (count: number) => string;
  readonly perTertial: (counts: string) => string;
  readonly ongoingRule: string;
  readonly evenPace: (total: number, elapsed: number, days: number, exact: number, whole: number) => string;
  readonly plannedPace: (total: number, timeShare: number, exact: number, whole: number) => string;
  readonly paceRule: (whole: number) => string;
  readonly tooEarly: string;
}

const sv: FormulaWords = {
  sum: (sum) => `Vi lägger ihop antalet i de insatser som räknas. Summan är ${formatNumber(sum)}.`,
  unsure: (low, high) =>
    `Några personer kan redan vara räknade, så det rätta antalet är ${formatNumber(low)}–${formatNumber(high)}.`,
  perPlace: (places) => `Varje plats räknas för sig: ${places}. Det som blir över på en plats hjälper ingen annan.`,
  metAt: (value) => `Målet är nått vid ${formatNumber(value)}. Mer än så är bra, men väger inte upp andra mål.`,
  metAtEachPlace: 'Målet är nått när varje plats har fått sitt.',
  planned: (count) =>
    `${formatCount(count)} ${plural(count, 'planerad insats räknas när den är genomförd', 'planerade insatser räknas när de är genomförda')}.`,
  exactly: (value) => `Målet är exakt ${formatNumber(value)}, så även fler är en avvikelse.`,
  reportedSum: (sum) => `Vi lägger ihop det som har rapporterats. Summan är ${formatNumber(sum)}.`,
  limit: (limit) => `Taket är ${formatNumber(limit)} och bryts vid ${formatNumber(limit + 1)}.`,
  limitOfZero: 'Taket är 0 och bryts vid den första händelsen.',
  reportsIn: (reported, due) =>
    `${formatCount(reported)} av ${formatCount(due)} ${plural(due, 'rapport', 'rapporter')} har kommit in. En utebliven rapport är inte noll.`,
  ceilingMet: 'Målet är nått först när perioden är slut, taket har hållit och alla rapporter har kommit in.',
  perUnit: (unit, counts, isCut) =>
    `Antal per ${unitPhrases(unit, 'sv').one}${isCut ? ', de senaste' : ''}: ${counts}.`,
  eachMet: (met, due, times, unit) =>
    `${formatCount(met)} av ${formatUnits(due, unit, 'sv')} har minst ${formatCount(times)}.`,
  noUnitYet: (unit) => `${capitalise(unitPhrases(unit, 'sv').noWhole)} har gått ännu.`,
  average: (sum, required, perUnit, unit) =>
    `Sammanlagt ${formatCount(sum)} mot ${formatCount(required)} som behövts hittills, i snitt ${formatNumber(perUnit)} per ${unitPhrases(unit, 'sv').one}.`,
  readEach: (unit) => `Löftet läses strängt: ${unitPhrases(unit, 'sv').every} ska få sitt.`,
  readAverage: 'Löftet läses som ett snitt: ett överskott i en del av perioden kan väga upp en annan.',
  cutUnits: (unit) => `Där periodens gräns skär av ${unitPhrases(unit, 'sv').a} visas antalet, men det avgör inte.`,
  pausedUnits: (unit) => `Vilande ${unitPhrases(unit, 'sv').many} räknas inte med.`,
  slots: (kept, due) =>
    due === 0
      ? 'Inget tillfälle har varit ännu.'
      : `${formatCount(kept)} av ${formatCount(due)} tillfällen som varit är genomförda.`,
  missedSlots: (days) => `Blev inte av: ${days}.`,
  comingSlots: (count) => `${formatCount(count)} ${plural(count, 'tillfälle', 'tillfällen')} återstår.`,
  exemptSlots: (count) =>
    `${formatCount(count)} ${plural(count, 'tillfälle är undantaget', 'tillfällen är undantagna')}, med skäl.`,
  slotRule: 'Ett tillfälle räknas när det finns en insats på dagen, eller en som pekar ut tillfället.',
  ticked: (ticked, all) => `${formatCount(ticked)} av ${formatCount(all)} är avbockade.`,
  tickedNames: (names) => `Klara: ${names}.`,
  leftNames: (names) => `Kvar: ${names}.`,
  tickRequired: (required, all) =>
    required >= all
      ? 'Alla ska vara avbockade. Var och en räknas en gång.'
      : `Det räcker med ${formatCount(required)} av ${formatCount(all)}.`,
  nothingReported: 'Inget är rapporterat ännu, och då finns det ingen andel.',
  pooled: (part, whole, percentage) =>
    percentage === undefined
      ? `${formatCount(part)} av ${formatCount(whole)}. Under 20 skriver vi ingen procent.`
      : `${formatCount(part)} av ${formatCount(whole)} är ${percentage}, avrundat nedåt.`,
  pooledRule: 'Andelen räknas på allt som rapporterats tillsammans, inte som ett snitt av flera andelar.',
  shareRequired: (share, direction) => `Löftet är ${direction === 'at-least' ? 'minst' : 'högst'} ${share}.`,
  tooFew: (least) => `Andelen avgörs först när minst ${formatCount(least)} har rapporterats.`,
  byDay: (day) => `Det ska vara gjort senast ${day}.`,
  dayInTime: 'Det som görs på dagen är i tid.',
  within: (days) =>
    days === 0
      ? 'Varje gång ska det ske samma dag.'
      : `Varje gång ska det ske inom ${formatCount(days)} ${plural(days, 'dag', 'dagar')}.`,
  inTime: (inTime, handled) => `${formatCount(inTime)} av ${formatCount(handled)} skedde i tid.`,
  shareInTime: (share) => `Minst ${share} ska ske i tid.`,
  allInTime: 'Allt ska ske i tid.',
  noNeed: 'Inget behov har rapporterats.',
  needs: (handled, received) =>
    `${formatCount(received)} behov har kommit in och ${formatCount(handled)} är hanterade.`,
  needRule: 'Målet är nått när alla behov är hanterade, eller när någon har rapporterat att inget behov fanns.',
  step: (number, name, state, due) => `${formatCount(number)}. ${name}: ${state}${due ? `, senast ${due}` : ''}.`,
  stepStates: { reached: 'klart', effort: 'utrett, inte möjligt', late: 'försenat', open: 'inte klart' },
  stepRule: 'Ett steg är klart eller inte klart, aldrig halvt. Målet är nått med det sista steget.',
  latest: (value, day, n) =>
    `Senaste giltiga mätning: ${value}, ${day}${n === undefined ? '' : `, ${formatCount(n)} svar`}.`,
  noMeasurement: 'Ingen giltig mätning under perioden ännu.',
  baseline: (value) => `Utgångsläget är ${value}.`,
  level: (value) => `Målet är ${value}.`,
  band: (low, high) => `Värdet ska ligga mellan ${low} och ${high}.`,
  way: (now, baseline, level, share) =>
    `Hur långt på väg: (${now} − ${baseline}) ÷ (${level} − ${baseline}) = ${share}. Under 0 betyder fel håll.`,
  preliminary: 'Preliminära mätningar visas men avgör inte.',
  source: (source) => `Källa: ${source}.`,
  effect: 'Måttet påverkas av mycket mer än löftet. Det visas bredvid och räknas inte in i vad som är genomfört.',
  levels: (levels) => `Nivåerna, lägst först: ${levels}.`,
  agreed: (level) => `Den lovade nivån är ”${level}”.`,
  judged: (level, day) => `Senaste bedömningen är ”${level}”, ${day}.`,
  notJudged: 'Ingen bedömning är gjord ännu.',
  judgedRule: 'En bedömning görs av människor och signeras. Den blir aldrig en siffra.',
  plainCount: (count) => `${formatNumber(count)} hittills, räknat som det är.`,
  perTertial: (counts) => `Per tertial: ${counts}.`,
  ongoingRule:
    'Det finns inget antal att nå, så det blir ingen procent. Minst något varje tertial visar att arbetet pågår.',
  evenPace: (total, elapsed, days, exact, whole) =>
    `Takt: ${formatNumber(total)} × ${formatCount(elapsed)} ÷ ${formatCount(days)} dagar = ${formatNumber(exact)}. Avrundat nedåt borde ${formatCount(whole)} vara ${plural(whole, 'gjord', 'gjorda')}.`,
  plannedPace: (total, timeShare, exact, whole) =>
    `Takt enligt målets plan: ${formatNumber(total)} × ${formatNumber(timeShare)} = ${formatNumber(exact)}. Avrundat nedåt borde ${formatCount(whole)} vara ${plural(whole, 'gjord', 'gjorda')}.`,
  paceRule: (whole) =>
    `${whole > 0 ? `Efter takt är färre än ${formatCount(whole)}. ` : ''}Risk är det när resten kräver mer än 1,25 gånger takten hittills. Före takt är det när utfallet ligger en tiondel av målet, och minst 1, över det förväntade.`,
  tooEarly: 'Takten bedöms när en femtedel av perioden har gått, eller när tre insatser räknas.',
};

const en: FormulaWords = {
  sum: (sum) => `We add up the numbers of the actions that count. The sum is ${formatNumber(sum)}.`,
  unsure: (low, high) =>
    `Some persons may already have been counted, so the right number is ${formatNumber(low)}–${formatNumber(high)}.`,
  perPlace: (places) => `Each place counts on its own: ${places}. What is left over at one place helps no other.`,
  metAt: (value) => `The goal is met at ${formatNumber(value)}. More is good, but makes up for no other goal.`,
  metAtEachPlace: 'The goal is met when every place has got its share.',
  planned: (count) => `${formatCount(count)} planned ${plural(count, 'action counts', 'actions count')} once done.`,
  exactly: (value) => `The goal is exactly ${formatNumber(value)}, so more is a deviation too.`,
  reportedSum: (sum) => `We add up what has been reported. The sum is ${formatNumber(sum)}.`,
  limit: (limit) => `The limit is ${formatNumber(limit)} and is broken at ${formatNumber(limit + 1)}.`,
  limitOfZero: 'The limit is 0 and is broken by the first occurrence.',
  reportsIn: (reported, due) =>
    `${formatCount(reported)} of ${formatCount(due)} ${plural(due, 'report has', 'reports have')} come in. A missing report is not zero.`,
  ceilingMet: 'The goal is met only when the period is over, the limit has held and all reports have come in.',
  perUnit: (unit, counts, isCut) =>
    `Number per ${unitPhrases(unit, 'en').one}${isCut ? ', the latest' : ''}: ${counts}.`,
  eachMet: (met, due, times, unit) =>
    `${formatCount(met)} of ${formatUnits(due, unit, 'en')} ${plural(met, 'has', 'have')} at least ${formatCount(times)}.`,
  noUnitYet: (unit) => `${capitalise(unitPhrases(unit, 'en').noWhole)} has passed yet.`,
  average: (sum, required, perUnit, unit) =>
    `Together ${formatCount(sum)} against ${formatCount(required)} needed so far, on average ${formatNumber(perUnit)} per ${unitPhrases(unit, 'en').one}.`,
  readEach: (unit) => `The promise is read strictly: ${unitPhrases(unit, 'en').every} shall get its share.`,
  readAverage: 'The promise is read as an average: a surplus in one part of the period can make up for another.',
  cutUnits: (unit) =>
    `Where the edge of the period cuts ${unitPhrases(unit, 'en').a}, its number is shown but does not decide.`,
  pausedUnits: (unit) => `Paused ${unitPhrases(unit, 'en').many} are left out.`,
  slots: (kept, due) =>
    due === 0
      ? 'No occasion has come yet.'
      : `${formatCount(kept)} of ${formatCount(due)} past occasions ${plural(kept, 'was', 'were')} held.`,
  missedSlots: (days) => `Not held: ${days}.`,
  comingSlots: (count) => `${formatCount(count)} ${plural(count, 'occasion remains', 'occasions remain')}.`,
  exemptSlots: (count) =>
    `${formatCount(count)} ${plural(count, 'occasion is', 'occasions are')} exempted, with a reason.`,
  slotRule: 'An occasion counts when there is an action on its day, or one that points it out.',
  ticked: (ticked, all) => `${formatCount(ticked)} of ${formatCount(all)} ${plural(ticked, 'is', 'are')} ticked off.`,
  tickedNames: (names) => `Done: ${names}.`,
  leftNames: (names) => `Left: ${names}.`,
  tickRequired: (required, all) =>
    required >= all
      ? 'All shall be ticked off. Each counts once.'
      : `${formatCount(required)} of ${formatCount(all)} are enough.`,
  nothingReported: 'Nothing has been reported yet, and then there is no share.',
  pooled: (part, whole, percentage) =>
    percentage === undefined
      ? `${formatCount(part)} of ${formatCount(whole)}. Below 20 we write no percentage.`
      : `${formatCount(part)} of ${formatCount(whole)} is ${percentage}, rounded down.`,
  pooledRule: 'The share is counted on everything reported together, not as an average of several shares.',
  shareRequired: (share, direction) => `The promise is ${direction === 'at-least' ? 'at least' : 'at most'} ${share}.`,
  tooFew: (least) => `The share is decided once at least ${formatCount(least)} have been reported.`,
  byDay: (day) => `It shall be done by ${day}.`,
  dayInTime: 'What is done on the day itself is in time.',
  within: (days) =>
    days === 0
      ? 'Each time it shall be done the same day.'
      : `Each time it shall be done within ${formatCount(days)} ${plural(days, 'day', 'days')}.`,
  inTime: (inTime, handled) =>
    `${formatCount(inTime)} of ${formatCount(handled)} ${plural(inTime, 'was', 'were')} in time.`,
  shareInTime: (share) => `At least ${share} shall be in time.`,
  allInTime: 'Everything shall be in time.',
  noNeed: 'No need has been reported.',
  needs: (handled, received) =>
    `${formatCount(received)} ${plural(received, 'need has', 'needs have')} come in and ${formatCount(handled)} ${plural(handled, 'is', 'are')} handled.`,
  needRule: 'The goal is met when all needs are handled, or when someone has reported that there was none.',
  step: (number, name, state, due) => `${formatCount(number)}. ${name}: ${state}${due ? `, by ${due}` : ''}.`,
  stepStates: { reached: 'done', effort: 'examined, not possible', late: 'late', open: 'not done' },
  stepRule: 'A step is done or not done, never half. The goal is met with the last step.',
  latest: (value, day, n) =>
    `Latest valid measurement: ${value}, ${day}${n === undefined ? '' : `, ${formatCount(n)} answers`}.`,
  noMeasurement: 'No valid measurement during the period yet.',
  baseline: (value) => `The baseline is ${value}.`,
  level: (value) => `The goal is ${value}.`,
  band: (low, high) => `The value shall be between ${low} and ${high}.`,
  way: (now, baseline, level, share) =>
    `How far along: (${now} − ${baseline}) ÷ (${level} − ${baseline}) = ${share}. Below 0 means the wrong way.`,
  preliminary: 'Preliminary measurements are shown but do not decide.',
  source: (source) => `Source: ${source}.`,
  effect:
    'The measure is influenced by much more than the promise. It is shown beside and is no part of what was done.',
  levels: (levels) => `The levels, lowest first: ${levels}.`,
  agreed: (level) => `The promised level is “${level}”.`,
  judged: (level, day) => `The latest assessment is “${level}”, ${day}.`,
  notJudged: 'No assessment has been made yet.',
  judgedRule: 'An assessment is made and signed by people. It never becomes a number.',
  plainCount: (count) => `${formatNumber(count)} so far, counted as it is.`,
  perTertial: (counts) => `Per tertial: ${counts}.`,
  ongoingRule:
    'There is no number to reach, and so no percentage. Something at least every tertial shows that the work goes on.',
  evenPace: (total, elapsed, days, exact, whole) =>
    `Pace: ${formatNumber(total)} × ${formatCount(elapsed)} ÷ ${formatCount(days)} days = ${formatNumber(exact)}. Rounded down, ${formatCount(whole)} should be done.`,
  plannedPace: (total, timeShare, exact, whole) =>
    `Pace by the goal’s plan: ${formatNumber(total)} × ${formatNumber(timeShare)} = ${formatNumber(exact)}. Rounded down, ${formatCount(whole)} should be done.`,
  paceRule: (whole) =>
    `${whole > 0 ? `Behind pace is fewer than ${formatCount(whole)}. ` : ''}At risk is when the rest demands more than 1,25 times the pace so far. Ahead of pace is when the outcome is a tenth of the target, and at least 1, above the expected.`,
  tooEarly: 'Pace is judged when a fifth of the period has passed, or when three actions count.',
};

export const formulaWords: InLanguages<FormulaWords> = { sv, en };
