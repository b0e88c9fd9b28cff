/** Words of the sheet itself, in the report's language and not in the page's. */
const sheetWords = {
  sv: { contents: 'Innehåll', category: 'Uppdelat på', value: 'Värde' },
  en: { contents: 'Contents', category: 'By', value: 'Value' },
} as const;

export type SheetWords = (typeof sheetWords)['sv' | 'en'];

/** In: the report's language. Out: its words; Swedish for a language that is not known. */
export const findSheetWords = (language: string): SheetWords => (language === 'en' ? sheetWords.en : sheetWords.sv);
