import { downloadFile } from '#ui/download-file.ts';
import type { PlainTable } from './word-table.ts';

/** Saves the rows behind a figure as a file on the device. The maker of files is loaded when somebody wants one. */
export async function saveTable(name: string, { header, rows }: PlainTable): Promise<void> {
  const { toCsv } = await import('#documents/csv.ts');
  downloadFile(`${name}.csv`, new Blob([toCsv(header, rows)], { type: 'text/csv;charset=utf-8' }));
}

/** In: a goal's short name and the day. Out: a file name that every system takes. */
export const toFileName = (shortName: string, asOf: string): string =>
  `${shortName
    .toLocaleLowerCase('sv-SE')
    // Rings and dots become marks of their own, and go with everything else that is no letter.
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}-${asOf}`;
