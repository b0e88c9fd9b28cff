/** Effects: "contributed to", never "led to". */
import type { Day } from '#domain/calendar/day.ts';
import { formatDateWithYear } from './days.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { capitalise, joinList, joinSentences, plural, toInlineName } from './sentence-parts.ts';

interface EffectWords {
  readonly nothingMeasured: string;
  readonly manyCauses: string;
  readonly detectionParadox: string;
  readonly standing: (met: readonly string[], missed: readonly string[], open: number) => string;
  readonly nextMeasurement: (word: string, day: Day) => string;
  readonly baseline: string;
  readonly preliminary: string;
  readonly preliminaryOn: (day: Day) => string;
  readonly chartTitle: (name: string, first: string, last: string) => string;
  readonly chartDescription: (name: string, values: readonly string[], level: string | undefined) => string;
}

const inline = (names: readonly string[], language: Language): string => joinList(names.map(toInlineName), language);

const words: InLanguages<EffectWords> = {
  sv: {
    nothingMeasured:
      'Löftet har inga effektmål och inga mätningar. Den här uppföljningen kan därför inte säga om läget för invånarna har ändrats.',
    manyCauses:
      'Mycket mer än löftet påverkar det som mäts här. Vårt arbete kan ha bidragit till en förändring, men siffrorna visar inte hur mycket, och de räknas inte in i vad som är genomfört.',
    detectionParadox:
      'Några av måtten räknar brott som har anmälts eller upptäckts. Fler kontroller och mer närvaro gör att fler brott upptäcks. En ökning behöver därför inte betyda att det sker fler brott, och en minskning inte att det sker färre.',
    standing: (met, missed, open) =>
      joinSentences(
        met.length > 0
          ? `${capitalise(inline(met, 'sv'))}: den lovade nivån är nådd enligt den senaste mätningen. Vårt arbete kan ha bidragit till det.`
          : undefined,
        missed.length > 0 ? `${capitalise(inline(missed, 'sv'))}: den lovade nivån är inte nådd.` : undefined,
        open > 0
          ? `${plural(open, 'Ett effektmål', `${formatCount(open)} effektmål`)} går inte att avgöra ännu.`
          : undefined,
      ),
    nextMeasurement: (word, day) => `${word}. Nästa mätning väntas ${formatDateWithYear(day, 'sv')}`,
    baseline: 'Utgångsvärde',
    preliminary: 'Preliminär uppgift.',
    preliminaryOn: (day) => `${formatDateWithYear(day, 'sv')}, preliminärt`,
    chartTitle: (name, first, last) =>
      first === last ? `${name} är oförändrat ${last}` : `${name} har gått från ${first} till ${last}`,
    chartDescription: (name, values, level) =>
      joinSentences(
        `${name}: ${values.join(', ')}.`,
        level === undefined ? undefined : `Den lovade nivån är ${level}.`,
      ),
  },
  en: {
    nothingMeasured:
      'The promise has no effect goals and no measurements. This follow-up can therefore not say whether things have changed for the residents.',
    manyCauses:
      'Much more than the promise influences what is measured here. Our work may have contributed to a change, but the numbers do not show how much, and they are no part of what was done.',
    detectionParadox:
      'Some of the measures count crime that was reported or detected. More controls and more presence make more crime visible. A rise need not mean that there is more crime, nor a fall that there is less.',
    standing: (met, missed, open) =>
      joinSentences(
        met.length > 0
          ? `${capitalise(inline(met, 'en'))}: the promised level has been reached by the latest measurement. Our work may have contributed to it.`
          : undefined,
        missed.length > 0 ? `${capitalise(inline(missed, 'en'))}: the promised level has not been reached.` : undefined,
        open > 0
          ? `${plural(open, 'One effect goal', `${formatCount(open)} effect goals`)} cannot be decided yet.`
          : undefined,
      ),
    nextMeasurement: (word, day) => `${word}. The next measurement is expected ${formatDateWithYear(day, 'en')}`,
    baseline: 'Baseline',
    preliminary: 'Preliminary.',
    preliminaryOn: (day) => `${formatDateWithYear(day, 'en')}, preliminary`,
    chartTitle: (name, first, last) =>
      first === last ? `${name} is unchanged at ${last}` : `${name} has gone from ${first} to ${last}`,
    chartDescription: (name, values, level) =>
      joinSentences(
        `${name}: ${values.join(', ')}.`,
        level === undefined ? undefined : `The promised level is ${level}.`,
      ),
  },
};

/** In: the language. Out: the words of the chapter on effects. */
export const effectWords = (language: Language): EffectWords => words[language];

/** Statistics that rise when more is looked for. */
const reportedCrime = /anmäl|upptäckt|ingripande|beslag|misstänk|lagför|brottsstatistik|reported|detected|seizure/i;

/** In: an indicator's name and source. Out: whether it sounds like a count of reported or detected crime. */
export const soundsLikeReportedCrime = (text: string): boolean => reportedCrime.test(text);
