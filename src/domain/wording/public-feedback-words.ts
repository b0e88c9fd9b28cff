/** Words of the texts with which residents, staff and partners are told how it goes. */
import type { InLanguages } from './locale.ts';

type Begin = (title: string, day: string) => string;

interface FeedbackWords {
  readonly begin: Readonly<Record<'citizens' | 'staff' | 'partners', Begin>>;
  readonly item: (promised: string, done: string, standing: string) => string;
}

export const feedbackWords: InLanguages<FeedbackWords> = {
  sv: {
    begin: {
      citizens: (title, day) => `Så går det med vårt löfte. ${title}, till och med ${day}.`,
      staff: (title, day) => `Tack för ert arbete. Det här har det blivit av ${title} till och med ${day}.`,
      partners: (title, day) => `Läget i ${title} till och med ${day}.`,
    },
    item: (promised, done, standing) =>
      `Vi lovade: ${promised}\nDet här har vi gjort: ${done}\nSå går det: ${standing}`,
  },
  en: {
    begin: {
      citizens: (title, day) => `How our promise is going. ${title}, through ${day}.`,
      staff: (title, day) => `Thank you for your work. This is what has come of ${title} through ${day}.`,
      partners: (title, day) => `How ${title} stands through ${day}.`,
    },
    item: (promised, done, standing) =>
      `We promised: ${promised}\nWhat we have done: ${done}\nHow it is going: ${standing}`,
  },
};
