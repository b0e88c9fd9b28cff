import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { joinList, toInlineName } from './sentence-parts.ts';

interface LessonWords {
  readonly notWritten: string;
  readonly talkAbout: string;
  readonly missed: (names: readonly string[]) => string;
  readonly cause: (cause: string, count: number) => string;
  readonly changed: (name: string) => string;
  readonly silent: (name: string) => string;
}

const list = (names: readonly string[], language: Language): string => joinList(names.map(toInlineName), language);

const words: InLanguages<LessonWords> = {
  sv: {
    notWritten: 'Parterna har inte skrivit några lärdomar ännu.',
    talkAbout: 'Det här ger uppgifterna anledning att tala om:',
    missed: (names) =>
      names.length === 1
        ? `Ett mål nåddes inte: ${list(names, 'sv')}. Var det för högt satt, eller behövs ett annat arbetssätt?`
        : `${formatCount(names.length)} mål nåddes inte: ${list(names, 'sv')}. Vilka var för högt satta, och vilka behöver ett annat arbetssätt?`,
    cause: (cause, count) =>
      `${cause} är orsaken till ${formatCount(count)} avvikelser. Går det att planera för nästa gång?`,
    changed: (name) => `${name}: målvärdet ändrades under perioden. Hur sätts det bättre från början?`,
    silent: (name) => `Ingen insats är loggad för ${toInlineName(name)}. Gjordes inget, eller loggades det inte?`,
  },
  en: {
    notWritten: 'The parties have not written any lessons yet.',
    talkAbout: 'The records give reason to talk about this:',
    missed: (names) =>
      names.length === 1
        ? `One goal was not met: ${list(names, 'en')}. Was it set too high, or is another way of working needed?`
        : `${formatCount(names.length)} goals were not met: ${list(names, 'en')}. Which were set too high, and which need another way of working?`,
    cause: (cause, count) =>
      `${cause} is the cause of ${formatCount(count)} deviations. Can it be planned for next time?`,
    changed: (name) => `${name}: the target was changed during the period. How can it be set better from the start?`,
    silent: (name) => `No action has been logged for ${toInlineName(name)}. Was nothing done, or was it not logged?`,
  },
};

/** In: the language. Out: the words of the chapter on lessons. */
export const lessonWords = (language: Language): LessonWords => words[language];
