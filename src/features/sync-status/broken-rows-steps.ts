import type { Services } from '#features/services.ts';
import { rebuildRow } from '#storage/rebuild-row.ts';
import { auditKey } from '#storage/row-audit.ts';
import { type BrokenRow, dropForServer, layAside, putSound, readBrokenContents } from '#storage/set-aside-rows.ts';
import { downloadFile } from '#ui/download-file.ts';

export type Mended = 'rebuilt' | 'fetched' | 'unknown' | 'laid';

/** Makes the row again from history, or lets the server's come back. Throws `StorageFailure`; nothing has changed then. */
export async function rebuild({ db, newId }: Services, broken: BrokenRow): Promise<Mended> {
  const found = await rebuildRow(db, broken);
  if (found.kind === 'unknown') return 'unknown';
  if (found.kind === 'rebuilt') await putSound(db, broken, found.row, newId());
  else await dropForServer(db, broken, newId(), auditKey);
  return found.kind === 'rebuilt' ? 'rebuilt' : 'fetched';
}

/** Throws `StorageFailure`; nothing has changed then. */
export async function lay({ db, newId }: Services, broken: BrokenRow): Promise<Mended> {
  await layAside(db, broken, newId());
  return 'laid';
}

/** Saves every broken row, those laid aside too, as they lie in the database. */
export async function saveBroken({ db, clock }: Services): Promise<void> {
  const rows = await readBrokenContents(db);
  const file = { format: 'lofteskollen-broken', version: 1, savedAt: clock.now(), rows };
  const content = new Blob([JSON.stringify(file, undefined, 1)], { type: 'application/json' });
  downloadFile(`lofteskollen-${clock.today()}-trasiga.json`, content);
}
