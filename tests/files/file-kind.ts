import type { Random } from '#domain/examples/seeded-random.ts';
import type { OpenedParts } from './build-file.ts';

export interface HostileFile {
  readonly family: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is wrong inside, and cannot be in every kind. */
export type OwnFamily = (random: Random, opened: OpenedParts) => Promise<HostileFile> | HostileFile;

/** A kind of file that people bring, as the proof of hostile files sees it. A further kind is one more of these. */
export interface FileKind {
  readonly name: string;
  /** A whole, ordinary file, and the same closed with a passphrase. */
  readonly good: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Takes a file as the page does: everything that would be written is written. Out: why not, or `accepted`. */
  readonly take: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** Whether anything was written, or asked to be written, since the last time this was asked. */
  readonly hasChanged: () => Promise<boolean>;
  /** The same looked at byte by byte, which takes longer. */
  readonly hasOtherBytes: () => Promise<boolean>;
  readonly families: readonly OwnFamily[];
  readonly close: () => Promise<void>;
}
