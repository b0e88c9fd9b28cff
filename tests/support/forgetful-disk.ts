import { fstatSync, mkdirSync, readdirSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from '#server/node/durable-files.ts';

/** What a disk is sure to have of one folder: its entries by name, each the number (inode) of a file or folder. */
type Entries = ReadonlyMap<string, { readonly inode: number; readonly isFolder: boolean }>;

export interface ForgetfulDisk extends Disk {
  /**
   * What a power cut leaves of the folder: every file and entry as it was last forced to the disk. `keeps` says for each
   * part of a file (512 bytes, as a disk writes them) whether what was written since then had arrived by itself.
   */
  readonly cutPower: (into: string, keeps: () => boolean) => void;
}

const sector = 512;

/** Watches a folder from now on; everything in it counts as being on the disk. It forces nothing itself. */
export function createForgetfulDisk(root: string): ForgetfulDisk {
  const files = new Map<number, Uint8Array>();
  const folders = new Map<number, Entries>();
  /** Where a file or folder was last seen, to find what had been written to it. */
  const paths = new Map<number, string>();

  function readEntries(path: string): Entries {
    const entries = readdirSync(path, { withFileTypes: true }).map((entry) => {
      const { ino } = statSync(join(path, entry.name));
      paths.set(ino, join(path, entry.name));
      return [entry.name, { inode: ino, isFolder: entry.isDirectory() }] as const;
    });
    return new Map(entries);
  }

  function keepAll(path: string): void {
    const entries = readEntries(path);
    folders.set(statSync(path).ino, entries);
    for (const [name, { inode, isFolder }] of entries) {
      if (isFolder) keepAll(join(path, name));
      else files.set(inode, readFileSync(join(path, name)));
    }
  }

  function restore(inode: number, into: string, keeps: () => boolean): void {
    mkdirSync(into, { recursive: true, mode: 0o700 });
    for (const [name, entry] of folders.get(inode) ?? []) {
      if (entry.isFolder) restore(entry.inode, join(into, name), keeps);
      else writeFileSync(join(into, name), mix(files.get(entry.inode) ?? new Uint8Array(), entry.inode, keeps));
    }
  }

  function mix(kept: Uint8Array, inode: number, keeps: () => boolean): Uint8Array {
    const path = paths.get(inode);
    const isThere = path !== undefined && statSync(path, { throwIfNoEntry: false })?.ino === inode;
    if (!isThere) return kept;
    const written = readFileSync(path);
    const mixed = new Uint8Array(Math.max(kept.length, written.length));
    mixed.set(kept);
    let length = kept.length;
    for (let start = 0; start < written.length; start += sector) {
      if (!keeps()) continue;
      const part = written.subarray(start, start + sector);
      mixed.set(part, start);
      length = Math.max(length, start + part.length);
    }
    return mixed.subarray(0, length);
  }

  /** Numbers of removed files are given out again: what is new in a folder is empty until it is forced itself. */
  function keepEntries(path: string): void {
    const seen = new Set([...folders.values()].flatMap((entries) => [...entries.values()].map(({ inode }) => inode)));
    const entries = readEntries(path);
    for (const { inode } of entries.values()) if (!seen.has(inode)) files.delete(inode);
    folders.set(statSync(path).ino, entries);
  }

  keepAll(root);
  const rootInode = statSync(root).ino;
  return {
    syncFile: (file) => {
      const stat = fstatSync(file);
      const { ino, size } = stat;
      // The engine forces some folders itself, by the number they are open under.
      if (stat.isDirectory()) return keepEntries(paths.get(ino) ?? root);
      const bytes = new Uint8Array(size);
      for (let read = 0; read < size; ) read += readSync(file, bytes, read, size - read, read);
      files.set(ino, bytes);
    },
    syncFiles: async (names) => {
      for (const name of names) files.set(statSync(name).ino, readFileSync(name));
    },
    syncFolder: keepEntries,
    cutPower: (into, keeps) => restore(rootInode, into, keeps),
  };
}
