import { closeSync, fsyncSync, openSync, readdirSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './durable-files.ts';

/**
 * Puts a file in place so that after any crash there is the old one or the new one, whole.
 * In: where, its bytes, which may depend on the number (inode) that the file will have, and who may read it.
 */
export function writeDurably(path: string, toBytes: (inode: number) => Uint8Array, mode = 0o644): void {
  const draft = `${path}.draft`;
  const file = openSync(draft, 'w', mode);
  try {
    const bytes = toBytes(statSync(draft).ino);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** Forces a whole folder to the disk: every file in it, and every entry. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncFolder(folder);
}

function syncFile(path: string): void {
  // Windows forces only files that were opened for writing.
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
