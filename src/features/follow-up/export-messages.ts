import { catalogue } from '#ui/words.ts';

/** Words of the files that a follow-up becomes. */
export const exportWords = catalogue(
  {
    export: 'Exportera',
    word: 'Word',
    excel: 'Excel',
    powerpoint: 'PowerPoint',
    print: 'Skriv ut eller spara som PDF',
    exportFailed: 'Filen kunde inte göras. Försök igen.',
    exporting: 'Filen görs …',
    memo: 'Tjänsteskrivelse (utkast)',
  },
  {
    export: 'Export',
    word: 'Word',
    excel: 'Excel',
    powerpoint: 'PowerPoint',
    print: 'Print or save as PDF',
    exportFailed: 'The file could not be made. Try again.',
    exporting: 'Making the file …',
    memo: 'Officer’s memo (draft)',
  },
);
