/** Words around the facts of the public page: headings, dates, sender, versions, accessibility. */
import type { InLanguages } from './locale.ts';

interface PublicPageWords {
  readonly example: string;
  readonly toOtherLanguage: string;
  readonly period: (period: string) => string;
  readonly asOf: (day: string) => string;
  readonly nextUpdate: (day: string) => string;
  readonly overview: string;
  readonly number: string;
  readonly item: (number: number) => string;
  readonly promisedInSwedish: string;
  readonly about: string;
  readonly sender: string;
  readonly contact: string;
  readonly data: string;
  readonly versions: string;
  readonly version: (number: number, day: string) => string;
  readonly current: string;
  readonly earlier: string;
  readonly withdrawn: (day: string, reason: string) => string;
  readonly corrected: (what: string) => string;
  readonly accessibility: string;
  readonly accessibilityText: string;
  readonly accessibilityComplaint: string;
  readonly complaintLink: string;
  readonly license: string;
}

export const publicPageWords: InLanguages<PublicPageWords> = {
  sv: {
    example: 'Det här är ett exempel. Kommunen finns inte och siffrorna är påhittade.',
    toOtherLanguage: 'In English',
    period: (period) => `Löftet gäller ${period}.`,
    asOf: (day) => `Siffrorna gäller till och med ${day}.`,
    nextUpdate: (day) => `Vi uppdaterar sidan senast ${day}.`,
    overview: 'Allt vi lovade, i korthet',
    number: 'Nr',
    item: (number) => `Löfte ${number}`,
    promisedInSwedish: '',
    about: 'Om sidan',
    sender: 'Vi som lovade',
    contact: 'Frågor och synpunkter',
    data: 'Samma uppgifter som data',
    versions: 'Versioner',
    version: (number, day) => `Version ${number}, ${day}`,
    current: 'gäller nu',
    earlier: 'ersatt',
    withdrawn: (day, reason) => `återkallad ${day}: ${reason}`,
    corrected: (what) => `Rättat: ${what}`,
    accessibility: 'Tillgänglighet',
    accessibilityText:
      'Sidan är gjord för att fungera för alla och ska uppfylla lagen om tillgänglighet till digital offentlig service. ' +
      'Den fungerar utan JavaScript, med tangentbord, med skärmläsare och i stor text. Vi känner inte till några brister. ' +
      'Hör av dig till oss om något inte fungerar för dig.',
    accessibilityComplaint: 'Är du inte nöjd med vårt svar kan du anmäla det till Digg, som har tillsyn.',
    complaintLink: 'Anmäl bristande tillgänglighet till Digg',
    license: 'Uppgifterna får användas fritt (CC0 1.0).',
  },
  en: {
    example: 'This is an example. The municipality does not exist and the figures are made up.',
    toOtherLanguage: 'På svenska',
    period: (period) => `The promise holds for ${period}.`,
    asOf: (day) => `The figures hold through ${day}.`,
    nextUpdate: (day) => `We update the page by ${day}.`,
    overview: 'All that we promised, in short',
    number: 'No.',
    item: (number) => `Promise ${number}`,
    promisedInSwedish: 'The text of the promise stands in Swedish, as it was signed.',
    about: 'About this page',
    sender: 'Those who promised',
    contact: 'Questions and views',
    data: 'The same as data',
    versions: 'Versions',
    version: (number, day) => `Version ${number}, ${day}`,
    current: 'holds now',
    earlier: 'replaced',
    withdrawn: (day, reason) => `withdrawn ${day}: ${reason}`,
    corrected: (what) => `Corrected: ${what}`,
    accessibility: 'Accessibility',
    accessibilityText:
      'The page is made to work for everybody and shall meet the Swedish act on accessibility to digital public services. ' +
      'It works without JavaScript, with a keyboard, with screen readers and in large text. We know of no faults. ' +
      'Please tell us if something does not work for you.',
    accessibilityComplaint: 'If you are not content with our answer you can tell Digg, the authority that supervises.',
    complaintLink: 'Report poor accessibility to Digg',
    license: 'The figures may be used freely (CC0 1.0).',
  },
};

/** The heads of the table that is published as a file. Its texts are Swedish, as the promise is. */
export const publicColumns = [
  'Nummer',
  'Fokusområde',
  'Vi lovade',
  'Mål',
  'Det här har vi gjort',
  'Så går det',
  'Gemensam bedömning',
  'Gjorde det skillnad?',
  'Så vet vi',
  'Läge (kod)',
  'Värde',
  'Målvärde',
  'Enhet',
  'Siffrorna gäller till och med',
] as const;

/** What people look for it under in a catalogue of data. */
export const publicKeywords = ['medborgarlöfte', 'trygghet'] as const;
