import type { Services } from '#features/services.ts';
import { readOwnRows } from '#storage/own-rows.ts';
import { downloadFile } from '#ui/download-file.ts';

/** Saves every row of the device as one file that a person and a program can read. */
export async function saveCopy({ db, clock }: Services): Promise<void> {
  const rows = await readOwnRows(db);
  const copy = { format: 'lofteskollen-copy', version: 1, savedAt: clock.now(), tables: Object.fromEntries(rows) };
  const content = new Blob([JSON.stringify(copy, undefined, 1)], { type: 'application/json' });
  downloadFile(`lofteskollen-${clock.today()}.json`, content);
}
