import type { InLanguages, Language } from './locale.ts';

interface SupplementWords {
  readonly title: string;
  readonly lead: string;
  readonly fact: (count: number, latest: string) => string;
  readonly heading: (number: number, day: string) => string;
  readonly caption: (number: number) => string;
  readonly indicator: string;
  readonly value: string;
  readonly unit: string;
  readonly about: string;
  readonly day: string;
  readonly respondents: string;
  readonly source: string;
  readonly preliminary: (name: string) => string;
  readonly signed: (role: string, party: string, day: string, vouched: boolean) => string;
}

const words: InLanguages<SupplementWords> = {
  sv: {
    title: 'Tillägg',
    lead: 'Det här kom efter att uppföljningen fastställdes. Rapporten ovanför är oförändrad. Mycket annat än löftet påverkar det som mäts.',
    fact: (count, latest) => `${count}, senast ${latest}`,
    heading: (number, day) => `Tillägg ${number}, ${day}`,
    caption: (number) => `Mätningar i tillägg ${number}`,
    indicator: 'Mått',
    value: 'Värde',
    unit: 'Enhet',
    about: 'Gäller',
    day: 'Dag',
    respondents: 'Svarande',
    source: 'Källa',
    preliminary: (name) => `${name} (preliminärt)`,
    signed: (role, party, day, vouched) => `Tillagt av ${role}, ${party}, ${day}${vouched ? '' : ' (ej inloggad)'}.`,
  },
  en: {
    title: 'Supplement',
    lead: 'This came after the follow-up was sealed. The report above is unchanged. Much besides the promise has influence on what is measured.',
    fact: (count, latest) => `${count}, the latest ${latest}`,
    heading: (number, day) => `Supplement ${number}, ${day}`,
    caption: (number) => `Measurements of supplement ${number}`,
    indicator: 'Indicator',
    value: 'Value',
    unit: 'Unit',
    about: 'About',
    day: 'Day',
    respondents: 'Respondents',
    source: 'Source',
    preliminary: (name) => `${name} (preliminary)`,
    signed: (role, party, day, vouched) => `Added by ${role}, ${party}, ${day}${vouched ? '' : ' (not signed in)'}.`,
  },
};

/** In: the language. Out: the words of what is added after the seal. */
export const supplementWords = (language: Language): SupplementWords => words[language];
