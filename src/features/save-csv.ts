import type { Day } from '#domain/calendar/day.ts';
import { downloadFile } from '#ui/download-file.ts';

/** Saves a table as a file on the device. The maker of files is loaded when somebody wants one. */
export async function saveCsv(
  name: string,
  day: Day,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const { toCsv } = await import('#documents/csv.ts');
  downloadFile(`${name}-${day}.csv`, new Blob([toCsv(header, rows)], { type: 'text/csv;charset=utf-8' }));
}
