import { createVocabulary } from '#domain/wording/vocabulary.ts';

/** What a file says of itself, around the report's own texts. */
type DocumentKey =
  | 'contents'
  | 'page'
  | 'pageOf'
  | 'about'
  | 'numbers'
  | 'asText'
  | 'category'
  | 'value'
  | 'unit'
  | 'rowsLeftOut'
  | 'moreInReport';

export const documentWord = createVocabulary<DocumentKey>(
  {
    contents: 'Innehåll',
    page: 'Sida',
    pageOf: 'av',
    about: 'Om rapporten',
    numbers: 'Siffrorna i figuren',
    asText: 'i ord',
    category: 'Vad',
    value: 'Värde',
    unit: 'Enhet',
    rowsLeftOut: 'rader finns i rapporten',
    moreInReport: 'Mer finns i rapporten.',
  },
  {
    contents: 'Contents',
    page: 'Page',
    pageOf: 'of',
    about: 'About the report',
    numbers: 'The figures behind the chart',
    asText: 'in words',
    category: 'What',
    value: 'Value',
    unit: 'Unit',
    rowsLeftOut: 'rows are in the report',
    moreInReport: 'More is in the report.',
  },
);

/** The language that a word processor proofreads and reads aloud in: English with Swedish formats. */
export const documentLanguages = { sv: 'sv-SE', en: 'en-SE' } as const;

/** Who made the file, in its metadata: never a person (guard P15). */
export const documentCreator = 'Löfteskollen';
