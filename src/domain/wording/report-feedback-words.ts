import type { Day } from '#domain/calendar/day.ts';
import { formatDateWithYear } from './days.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { plural } from './sentence-parts.ts';

type Audience = 'citizens' | 'staff';

interface FeedbackWords {
  readonly heard: (
    audience: Audience,
    times: number,
    last: { readonly on: Day; readonly days: number } | undefined,
  ) => string;
  readonly noChannels: string;
  readonly channels: (used: number, promised: number) => string;
  readonly use: (promised: boolean, used: boolean) => string;
}

const words: InLanguages<FeedbackWords> = {
  sv: {
    heard: (audience, times, last) => {
      const who = audience === 'citizens' ? 'invånarna' : 'medarbetarna';
      if (last === undefined) return `Ingen återkoppling till ${who} är noterad.`;
      return `Vi har berättat för ${who} ${formatCount(times)} ${plural(times, 'gång', 'gånger')}, senast ${formatDateWithYear(last.on, 'sv')}${ago.sv(last.days)}.`;
    },
    noChannels: 'Löftet nämner inga kanaler för återkoppling.',
    channels: (used, promised) =>
      `${formatCount(used)} av ${formatCount(promised)} kanaler som löftet nämner har använts.`,
    use: (promised, used) => {
      if (!promised) return 'Använd, nämns inte i löftet';
      return used ? 'Lovad och använd' : 'Lovad, inte använd';
    },
  },
  en: {
    heard: (audience, times, last) => {
      const who = audience === 'citizens' ? 'the residents' : 'the staff';
      if (last === undefined) return `No feedback to ${who} has been noted.`;
      return `We have told ${who} ${formatCount(times)} ${plural(times, 'time', 'times')}, the latest ${formatDateWithYear(last.on, 'en')}${ago.en(last.days)}.`;
    },
    noChannels: 'The promise names no channels for feedback.',
    channels: (used, promised) =>
      `${formatCount(used)} of ${formatCount(promised)} channels that the promise names ${plural(used, 'has', 'have')} been used.`,
    use: (promised, used) => {
      if (!promised) return 'Used, not named in the promise';
      return used ? 'Promised and used' : 'Promised, not used';
    },
  },
};

/** Counted to the day of the figures, not to the day of reading. */
const ago: InLanguages<(days: number) => string> = {
  sv: (days) => (days === 0 ? '' : `, ${formatCount(days)} ${plural(days, 'dag', 'dagar')} före uppgifternas datum`),
  en: (days) =>
    days === 0 ? '' : `, ${formatCount(days)} ${plural(days, 'day', 'days')} before the day of the figures`,
};

/** In: the language. Out: the words of the chapter on feedback. */
export const feedbackWords = (language: Language): FeedbackWords => words[language];
