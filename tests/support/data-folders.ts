import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** An empty folder that is removed after the test. */
export interface ScratchFolder extends Disposable {
  readonly path: string;
}

export function createScratchFolder(): ScratchFolder {
  const path = mkdtempSync(join(tmpdir(), 'data-folder-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A data folder whose database was made and never opened: a copy, instead of the seconds that making one takes. */
export function createDataFolder(): ScratchFolder {
  const folder = createScratchFolder();
  cpSync(inject('pgliteFolder'), folder.path, { recursive: true });
  return folder;
}
