/** Words of an archive package. It is read in Swedish, whatever language the app is shown in. */
import type { CodeType } from '#domain/retention/code-book.ts';

export const codeTypeWords: Readonly<Record<CodeType, string>> = {
  text: 'text',
  number: 'tal',
  'yes-no': 'ja eller nej',
  choice: 'val',
  list: 'lista',
  group: 'grupp',
  'numbers-by-id': 'tal efter id',
};

export const archiveWords = {
  yes: 'Ja',
  no: 'Nej',
  codeBook: ['Tabell', 'Fält', 'Rubrik', 'Betydelse', 'Typ', 'Krävs', 'Längst', 'Val'],
  units: ['Aktivitet', 'Aktivitet (id)', 'Mått', 'Mått (id)', 'Enhet', 'Gäller personer'],
  kinds: ['Slag av mål', 'Kod', 'Betydelse'],
  goals: ['Mål', 'Mål (id)', 'Slag', 'Målvärde', 'Ursprung'],
  unreadable: 'Den frysta rapporten gick inte att läsa ut som text. Sidorna finns i reportParts.',
} as const;

export interface ReadMeFacts {
  readonly title: string;
  readonly savedAt: string;
  readonly schema: number;
  readonly decisions: readonly string[];
  /** Name, table and number of rows. */
  readonly tables: readonly {
    readonly file: string;
    readonly name: string;
    readonly meaning: string;
    readonly count: number;
  }[];
  readonly reports: readonly string[];
}

export function writeReadMe({ title, savedAt, schema, decisions, tables, reports }: ReadMeFacts): string {
  const lines = [
    'ARKIVPAKET FRÅN LÖFTESKOLLEN',
    '',
    `Medborgarlöfte: ${title}`,
    `Paketet skapades: ${savedAt}`,
    `Postformat: ${schema}`,
    `Beslut om gallring: ${decisions.length > 0 ? decisions.join(', ') : 'inget angivet'}`,
    '',
    'VAD PAKETET INNEHÅLLER',
    '',
    'Varje tabell finns två gånger, med samma rader:',
    '  tabell-0001.jsonl  en rad JSON per post, teckenkodning UTF-8. Det är originalet: inget är utelämnat.',
    '  tabell-0001.csv    för kalkylprogram: semikolon, decimalkomma, UTF-8, rubriker på svenska.',
    'Stora tabeller är delade i flera filer, numrerade i ordning.',
    'I csv-filerna står en apostrof först i texter som ett kalkylprogram annars skulle köra som en formel.',
    '',
    ...tables.map(({ file, name, meaning, count }) => `  ${file.padEnd(14)} ${name}, ${count} rader. ${meaning}`),
    '',
    '  kodbok.csv         vad varje fält betyder, vilka värden det kan ha och om det krävs',
    '  kodbokEnheter.csv  måtten i löftets aktiviteter, med enhet',
    '  kodbokMal.csv      löftets mål, med slag och målvärde, i ord',
    '  kodbokSlag.csv     vad de tolv slagen av mål betyder',
    ...reports.map((line) => `  ${line}`),
    '',
    'KONTROLLERA ATT INGET HAR ÄNDRATS',
    '',
    'manifest.json har SHA-256 för varje fil i paketet. De sista 64 tecknen i zip-filens kommentar är SHA-256 av allt före dem.',
    '',
    'DAGAR OCH TIDER',
    '',
    'Dagar är kalenderdagar i Stockholm, ÅÅÅÅ-MM-DD. Tidpunkter står med tidszon och kommer från författarens enhet.',
    'Personer identifieras aldrig: den som har gjort något står som part och funktion.',
    '',
  ];
  return lines.join('\r\n');
}
