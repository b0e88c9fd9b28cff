import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './write-durably.ts';

/**
 * What is remembered beside the database and in no dump of it: its name, and which line of history it is on or was about
 * to begin. `replayFrom`: a dump took the database's place, and the journal has not been played again yet; the first day
 * (`YYYY-MM-DD`) that it may lack.
 */
export interface InstanceNote {
  readonly id: string;
  readonly line: number;
  readonly replayFrom?: string;
}

/** `inode` is the note's own number on the disk, which a copy of the folder does not keep. */
interface WrittenNote extends InstanceNote {
  readonly inode: number;
}

export interface FoundNote extends InstanceNote {
  /** The folder was copied or put back by hand, so another history may go on elsewhere (guard T27). */
  readonly isCopied: boolean;
}

const toFile = (folder: string) => join(folder, 'instance.json');

/** In: the data folder. Out: what was noted there; undefined when nothing was. */
export function readInstanceNote(folder: string): FoundNote | undefined {
  const file = toFile(folder);
  if (!existsSync(file)) return undefined;
  const { inode, ...note } = JSON.parse(readFileSync(file, 'utf8')) as WrittenNote;
  return { ...note, isCopied: inode !== statSync(file).ino };
}

/** Writes the note anew, durably. In: the data folder, and what to remember. */
export function writeInstanceNote(folder: string, { id, line, replayFrom }: InstanceNote): void {
  const note = { id, line, ...(replayFrom !== undefined && { replayFrom }) };
  writeDurably(toFile(folder), (inode) =>
    new TextEncoder().encode(JSON.stringify({ ...note, inode } satisfies WrittenNote)),
  );
}
