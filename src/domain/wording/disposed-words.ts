/** That records are gone, when and on which decision: said wherever a figure was counted from them (guard P7). */
import type { InLanguages } from './locale.ts';

interface DisposedWords {
  readonly logs: (when: string) => string;
  readonly all: (when: string) => string;
  readonly some: (when: string) => string;
  readonly see: string;
}

export const disposedWords: InLanguages<DisposedWords> = {
  sv: {
    logs: (when) => `Insatserna gallrades ${when}.`,
    all: (when) => `Uppgifterna gallrades ${when}. Siffror som räknades på dem finns inte längre.`,
    some: (when) =>
      `Uppgifter gallrades ${when}. Siffror som räknades på dem finns inte längre; de andra räknas på det som är kvar.`,
    see: 'Se vad som är gallrat',
  },
  en: {
    logs: (when) => `The actions were disposed of on ${when}.`,
    all: (when) => `The records were disposed of on ${when}. Figures that were counted from them are gone.`,
    some: (when) =>
      `Records were disposed of on ${when}. Figures that were counted from them are gone; the others are counted from what is left.`,
    see: 'See what has been disposed of',
  },
};
