/** A backup and its way back, inside the page, on what lies on the device. */
import { newId } from '#app/new-id.ts';
import { systemClock } from '#app/system-clock.ts';
import { readBackupFile } from '#documents/read-backup-file.ts';
import { sealFile } from '#documents/seal-file.ts';
import { startRecordFile } from '#documents/write-record-file.ts';
import { checkContents } from '#storage/backup-contents.ts';
import type { Database } from '#storage/database.ts';
import { readBackup } from '#storage/read-backup.ts';
import { tryRestore } from '#storage/restore-trial.ts';
import type { BackedUp } from './window.ts';

/** Milliseconds between two looks at the memory. */
const often = 20;

/** The most of the heap that was in use meanwhile. Chromium alone tells, and rounds. */
async function watchHeap<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly heap: number }> {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
  let heap = 0;
  const look = () => {
    heap = Math.max(heap, memory?.usedJSHeapSize ?? 0);
  };
  const timer = setInterval(look, often);
  try {
    const result = await work();
    look();
    return { result, heap };
  } finally {
    clearInterval(timer);
  }
}

export async function measureBackup(db: Database): Promise<BackedUp> {
  const steps = { pack: 0, seal: 0, check: 0, restore: 0 };
  const time = async <T>(step: keyof typeof steps, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    steps[step] = performance.now() - start;
    return result;
  };
  const { result: bytes, heap: heapToPack } = await watchHeap(() =>
    time('pack', async () => {
      const file = startRecordFile();
      const { about } = await readBackup(db, file.add);
      return file.finish({ kind: 'backup', savedAt: systemClock.now(), about: { ...about } });
    }),
  );
  await time('seal', () => sealFile(bytes, 'a passphrase to measure'));
  const { result: trial, heap: heapToRestore } = await watchHeap(async () => {
    const contents = await time('check', async () => {
      const file = await readBackupFile(bytes);
      if (file.kind !== 'read') throw new Error(file.kind);
      const check = checkContents({ format: file.format, schema: file.schema, history: file.about.history });
      await file.forEachPart(check.take);
      const checked = check.finish();
      if (checked.kind !== 'checked') throw new Error(JSON.stringify(checked));
      return checked.contents;
    });
    return time('restore', () => tryRestore(db, contents, { now: systemClock.now, newId }));
  });
  if (trial.unlikeFile > 0 || trial.goneOnHere > 0) throw new Error('The figures are not the same');
  return { ...steps, bytes: bytes.length, logs: trial.logs, heapToPack, heapToRestore };
}
