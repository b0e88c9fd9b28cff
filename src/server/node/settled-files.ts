import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** At once: what is waited for together costs the disk little more than one of them. */
const together = 16;
/** Where `pg_control` says in which state the database was left (PostgreSQL 18), and that it was closed in order. */
const [stateOffset, shutDown] = [16, 1];

/**
 * Whether a database was closed in order. Where it was not, the engine forces every file of it to the disk, one after the
 * other, before it reads anything. In: the folder of its files. Out: true also where there is none.
 */
export function isClosedInOrder(folder: string): boolean {
  const file = join(folder, 'global', 'pg_control');
  if (!existsSync(file)) return true;
  const bytes = readFileSync(file);
  return bytes.length >= stateOffset + 4 && bytes.readInt32LE(stateOffset) === shutDown;
}

/** Every file below a folder, as whole paths. */
export function listFiles(folder: string): readonly string[] {
  const root = resolve(folder);
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Forces files to the disk, many at a time. In: paths. Rejects with the first refusal of the disk. */
export async function syncFiles(paths: readonly string[]): Promise<void> {
  const left = [...paths];
  const work = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      // Windows forces only files that were opened for writing.
      const file = await open(path, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  await Promise.all(Array.from({ length: together }, work));
}
