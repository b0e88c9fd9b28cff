import type { Services } from '#features/services.ts';
import { readCopy } from '#storage/read-copy.ts';
import { downloadFile } from '#ui/download-file.ts';

/**
 * Saves every row of the device as one file that a person and a program can read, with what is being typed.
 * Out: how many promises are left out of it, since they are protected.
 */
export async function saveCopy({ db, clock }: Services): Promise<number> {
  const { rows, drafts, leftOut } = await readCopy(db);
  const copy = {
    format: 'lofteskollen-copy',
    version: 1,
    savedAt: clock.now(),
    tables: Object.fromEntries(rows),
    drafts: Object.fromEntries(drafts.map(({ key, value }) => [key, value])),
  };
  const content = new Blob([JSON.stringify(copy, undefined, 1)], { type: 'application/json' });
  downloadFile(`lofteskollen-${clock.today()}.json`, content);
  return leftOut;
}
