import { strFromU8 } from 'fflate';
import { carriesRows, type Manifest, toPartTable } from '#domain/record-files/manifest.ts';
import { type RecordFile, type RecordFileReading, readRecordFile } from './read-record-file.ts';
import { Refusal } from './refusal.ts';
import { judgeSealed, openSealedFile } from './seal-file.ts';

export interface BackupFile {
  readonly kind: 'read';
  /** `copy`: all rows as one text, as older versions saved them. `rescue`: what could be read of a broken database. */
  readonly format: 'backup' | 'copy' | 'rescue';
  readonly savedAt: string;
  /** The schema of its rows; undefined in the formats that do not say. */
  readonly schema: number | undefined;
  readonly about: Manifest['about'];
  /** Hands over the rows, table by table, as JSON gave them: whoever stores them checks them first. */
  readonly forEachPart: (use: (table: string, rows: readonly unknown[]) => void) => Promise<'whole' | 'damaged'>;
}

export type BackupReading =
  | BackupFile
  | Exclude<RecordFileReading, RecordFile>
  /** The file is whole, and the passphrase is not the one it was closed with. */
  | { readonly kind: 'wrong-passphrase' };

/** A text of JSON is read in one piece: larger ones would take more memory than a phone has. */
const largestText = 100_000_000;

/**
 * Opens what a person brings as a backup: the file that this version writes, one that is closed with a passphrase, and
 * the older ones, which are plain texts. Out: its rows when they are asked for; or why it is not read.
 */
export async function readBackupFile(bytes: Uint8Array, passphrase?: string): Promise<BackupReading> {
  const reading = await readRecordFile(bytes, 'backup');
  if (reading.kind === 'not-ours') return readPlainText(bytes);
  if (reading.kind === 'read') return toBackup(reading);
  if (reading.kind !== 'sealed') return reading;
  if (passphrase === undefined) {
    // Nobody shall look for a passphrase that cannot help.
    const judged = await judgeSealed(bytes);
    if (judged === 'not-sealed') return { kind: 'not-ours' };
    return { kind: judged === 'whole' ? 'sealed' : judged };
  }
  const opened = await openSealedFile(bytes, passphrase);
  if (opened.kind === 'not-sealed') return { kind: 'not-ours' };
  if (opened.kind !== 'opened') return opened;
  const inside = await readRecordFile(opened.bytes, 'backup');
  // An envelope in an envelope is nothing that this app has written.
  if (inside.kind === 'sealed') return { kind: 'not-ours' };
  if (inside.kind === 'not-ours') return readPlainText(opened.bytes);
  return inside.kind === 'read' ? toBackup(inside) : inside;
}

const toBackup = ({ manifest, readPart, readText }: RecordFile): BackupFile => ({
  kind: 'read',
  format: 'backup',
  savedAt: manifest.savedAt,
  schema: manifest.schema,
  about: manifest.about,
  forEachPart: async (use) => {
    try {
      for (const part of manifest.parts) {
        if (carriesRows(part)) use(toPartTable(part.name), await readPart(part));
        else await readText(part);
      }
      return 'whole';
    } catch (problem) {
      if (problem instanceof Refusal) return 'damaged';
      throw problem;
    }
  },
});

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textFormats = new Map([
  ['lofteskollen-copy', 'copy'],
  ['lofteskollen-rescue', 'rescue'],
] as const);

function readPlainText(bytes: Uint8Array): BackupReading {
  const isText = bytes.find((byte) => byte > 32) === 0x7b;
  if (!isText) return { kind: 'not-ours' };
  if (bytes.length > largestText) return { kind: 'too-large' };
  const text = parse(bytes);
  if (!isFields(text)) return { kind: looksLikeOurs(bytes) ? 'damaged' : 'not-ours' };
  const format = textFormats.get(String(text.format) as 'lofteskollen-copy');
  if (format === undefined || !Number.isInteger(text.version)) return { kind: 'not-ours' };
  if (Number(text.version) > 1) return { kind: 'newer' };
  const { tables, drafts, savedAt } = text;
  if (!isFields(tables) || typeof savedAt !== 'string') return { kind: 'not-ours' };
  const parts: [string, readonly unknown[]][] = Object.entries(tables).flatMap(([table, rows]) =>
    Array.isArray(rows) ? [[table, rows]] : [],
  );
  if (isFields(drafts)) parts.push(['drafts', Object.entries(drafts).map(([key, value]) => ({ key, value }))]);
  return {
    kind: 'read',
    format,
    savedAt,
    schema: undefined,
    about: {},
    forEachPart: (use) => {
      for (const [table, rows] of parts) use(table, rows);
      return Promise.resolve('whole');
    },
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}

/** A text that was cut off still begins as ours do. */
const looksLikeOurs = (bytes: Uint8Array): boolean =>
  /^\s*\{\s*"format"\s*:\s*"lofteskollen-(copy|rescue)"/.test(strFromU8(bytes.subarray(0, 200)));
