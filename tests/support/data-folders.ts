import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createPglite } from '#server/node/open-pglite.ts';

/** An empty folder that is removed after the test. */
export interface ScratchFolder extends Disposable {
  readonly path: string;
}

export function createScratchFolder(): ScratchFolder {
  const path = mkdtempSync(join(tmpdir(), 'data-folder-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A data folder whose database was made and never opened: a second instead of six. */
export async function createDataFolder(): Promise<ScratchFolder> {
  const folder = createScratchFolder();
  await createPglite(folder.path, new Blob([new Uint8Array(readFileSync(inject('pgliteTemplate')))]));
  return folder;
}
