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
  /** Names of the tables whose lines are rows, and of the one whose lines are history. */
  readonly rowTables: readonly string[];
  readonly close: () => Promise<void>;
}
