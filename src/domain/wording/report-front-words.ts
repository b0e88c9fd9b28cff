import type { InLanguages, Language } from './locale.ts';

interface FrontWords {
  readonly title: (promise: string) => string;
  readonly parties: string;
  readonly municipality: string;
  readonly policeArea: string;
  readonly period: string;
  readonly asOf: string;
  readonly registryNumber: string;
  readonly state: string;
  readonly draft: string;
  readonly signedBy: string;
  readonly footer: (promise: string, day: string) => string;
}

const words: InLanguages<FrontWords> = {
  sv: {
    title: (promise) => `Uppföljning av ${promise}`,
    parties: 'Parter',
    municipality: 'Kommun',
    policeArea: 'Polisområde',
    period: 'Uppföljningen gäller',
    asOf: 'Uppgifternas datum',
    registryNumber: 'Diarienummer',
    state: 'Läge',
    draft: 'Utkast, inte bedömt av parterna',
    signedBy: 'Fastställd av',
    footer: (promise, day) => `${promise} · uppgifter per ${day}`,
  },
  en: {
    title: (promise) => `Follow-up of ${promise}`,
    parties: 'Parties',
    municipality: 'Municipality',
    policeArea: 'Police area',
    period: 'The follow-up covers',
    asOf: 'Day of the figures',
    registryNumber: 'Registry number',
    state: 'State',
    draft: 'Draft, not judged by the parties',
    signedBy: 'Sealed by',
    footer: (promise, day) => `${promise} · figures as of ${day}`,
  },
};

/** In: the language. Out: the words of a report's front. */
export const frontWords = (language: Language): FrontWords => words[language];
