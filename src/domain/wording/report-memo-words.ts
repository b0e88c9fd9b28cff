import type { InLanguages, Language } from './locale.ts';
import { toInlineName } from './sentence-parts.ts';

interface MemoWords {
  readonly title: string;
  readonly subtitle: (promise: string) => string;
  readonly registryNumber: string;
  readonly day: string;
  readonly unit: string;
  readonly board: string;
  readonly meeting: string;
  readonly paragraphNumber: string;
  readonly asOf: string;
  /** A line to write on. */
  readonly blank: string;
  readonly proposal: string;
  readonly boardDecides: string;
  readonly approve: (promise: string, period: string) => string;
  readonly next: string;
  readonly summary: string;
  readonly background: string;
  readonly followedUp: (kind: string, period: string, parties: string) => string;
  readonly sealed: string;
  readonly notSealed: string;
  readonly consequences: string;
  readonly consequencesBlank: string;
  readonly appendix: string;
}

const blank = '____________________';

const words: InLanguages<MemoWords> = {
  sv: {
    title: 'Tjänsteskrivelse',
    subtitle: (promise) => `Uppföljning av ${promise}`,
    registryNumber: 'Diarienummer',
    day: 'Datum',
    unit: 'Förvaltning och funktion',
    board: 'Till',
    meeting: 'Sammanträde och paragraf',
    paragraphNumber: `${blank}  § ______`,
    asOf: 'Uppgifternas datum',
    blank,
    proposal: 'Förslag till beslut',
    boardDecides: `${blank} beslutar att`,
    approve: (promise, period) => `godkänna uppföljningen av ${promise} för ${period} och lägga den till handlingarna.`,
    next: 'ge ________ i uppdrag att tillsammans med polisen ta fram förslag till nästa löfte utifrån uppföljningen.',
    summary: 'Sammanfattning',
    background: 'Bakgrund',
    followedUp: (kind, period, parties) =>
      `Uppföljningen (${toInlineName(kind)}) avser ${period} och är gjord gemensamt av ${parties}.`,
    sealed: 'Rapporten är fastställd. Den bifogas i sin helhet.',
    notSealed: 'Rapporten är ett utkast och är inte fastställd av parterna.',
    consequences: 'Ekonomi och andra konsekvenser',
    consequencesBlank: `${blank}`,
    appendix: 'Bilaga: löftet punkt för punkt',
  },
  en: {
    title: 'Officer’s memo',
    subtitle: (promise) => `Follow-up of ${promise}`,
    registryNumber: 'Registry number',
    day: 'Date',
    unit: 'Office and function',
    board: 'To',
    meeting: 'Meeting and section',
    paragraphNumber: `${blank}  § ______`,
    asOf: 'Day of the figures',
    blank,
    proposal: 'Proposal for decision',
    boardDecides: `${blank} decides to`,
    approve: (promise, period) => `approve the follow-up of ${promise} for ${period} and place it on file.`,
    next: 'ask ________ to prepare, with the police, a proposal for the next promise on the basis of the follow-up.',
    summary: 'Summary',
    background: 'Background',
    followedUp: (kind, period, parties) =>
      `The follow-up (${toInlineName(kind)}) covers ${period} and was made jointly by ${parties}.`,
    sealed: 'The report has been sealed. It is enclosed as a whole.',
    notSealed: 'The report is a draft and has not been sealed by the parties.',
    consequences: 'Costs and other consequences',
    consequencesBlank: `${blank}`,
    appendix: 'Appendix: the promise item by item',
  },
};

/** In: the language. Out: the words of the memo. */
export const memoWords = (language: Language): MemoWords => words[language];
