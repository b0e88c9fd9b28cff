import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { schemaVersion } from '#domain/operations/operation.ts';
import {
  type Manifest,
  type RecordFileKind,
  type RecordPart,
  recordFileVersion,
} from '#domain/record-files/manifest.ts';
import { joinBytes, toSha256 } from './checksum.ts';

/** The last thing in the file: the comment of the zip, whose 64 digits are the checksum of everything before them. */
export const sealMark = 'sha256:';
export const manifestName = 'manifest.json';

/** Rows of one table, or whatever else is carried, in the order in which they shall be read. */
export interface CarriedRows {
  readonly table: string;
  readonly rows: AsyncIterable<unknown> | Iterable<unknown>;
}
/** A text for people beside the rows: `README.txt`, `progressLogs-0001.csv`. At most a million characters of it. */
export interface CarriedText {
  readonly name: string;
  readonly text: string;
}
export interface RecordFileHead {
  readonly kind: RecordFileKind;
  /** The instant at which it is written. */
  readonly savedAt: string;
  readonly about: Manifest['about'];
}

/** Characters after which a part is full. A letter takes at most three bytes, so a part stays below its largest size. */
const fullPart = 1_000_000;
/** The same records give the same bytes, whenever the file is made. */
const mtime = '1980-01-02T00:00:00';

/** A file that is being written: what is carried is handed over as it is read, and only what is packed is kept. */
export interface RecordFileWriter {
  /** Rows of one table, in the order in which they shall be read. Returns at once, so that a transaction can go on. */
  readonly add: (table: string, rows: Iterable<unknown>) => void;
  /** A text for people, as a part of its own. */
  readonly addText: (text: CarriedText) => void;
  /** Nothing can be added any more. Out: the bytes of the file. */
  readonly finish: (head: RecordFileHead) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * A file that carries records: a zip of JSON lines that a person can open with any program, with a checksum of every part
 * in its manifest and one of the whole file in its last letters, so that no changed bit goes unseen.
 */
export function startRecordFile(): RecordFileWriter {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((problem, piece) => {
    if (problem) throw problem;
    pieces.push(piece);
  });
  const parts: Promise<RecordPart>[] = [];
  const numbers = new Map<string, number>();
  let open: { readonly table: string; lines: string[]; length: number } = { table: '', lines: [], length: 0 };
  const close = () => {
    const { table, lines } = open;
    if (lines.length === 0) return;
    const number = (numbers.get(table) ?? 0) + 1;
    numbers.set(table, number);
    parts.push(addPart(zip, `${table}-${String(number).padStart(4, '0')}.jsonl`, `${lines.join('\n')}\n`));
    open = { table, lines: [], length: 0 };
  };
  const addLine = (table: string, line: string) => {
    if (open.table !== table || open.length + line.length > fullPart) close();
    if (open.table !== table) open = { table, lines: [], length: 0 };
    open.lines.push(line);
    open.length += line.length;
  };
  return {
    add: (table, rows) => {
      for (const row of rows) addLine(table, JSON.stringify(row));
    },
    addText: ({ name, text }) => {
      close();
      parts.push(addPart(zip, name, text));
    },
    finish: async (head) => {
      close();
      const manifest: Manifest = {
        format: 'lofteskollen',
        version: recordFileVersion,
        schema: schemaVersion,
        ...head,
        parts: await Promise.all(parts),
      };
      addEntry(zip, manifestName, strToU8(JSON.stringify(manifest, undefined, 1)));
      zip.end();
      return seal(joinBytes(pieces));
    },
  };
}

/** The same for rows that are asked for one by one and packed as they come. In: what it is, the rows by table, and texts. */
export async function writeRecordFile(
  head: RecordFileHead,
  carried: Iterable<CarriedRows | CarriedText>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = startRecordFile();
  for (const one of carried) {
    if ('text' in one) writer.addText(one);
    else for await (const row of one.rows) writer.add(one.table, [row]);
  }
  return writer.finish(head);
}

async function addPart(zip: Zip, name: string, text: string): Promise<RecordPart> {
  const bytes = strToU8(text);
  addEntry(zip, name, bytes);
  return { name, lines: text.split('\n').length - 1, bytes: bytes.length, sha256: await toSha256(bytes) };
}

function addEntry(zip: Zip, name: string, bytes: Uint8Array): void {
  const isSmall = bytes.length < 200;
  const entry = isSmall ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
  entry.mtime = mtime;
  zip.add(entry);
  entry.push(bytes, true);
}

async function seal(zip: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = joinBytes([zip, strToU8(sealMark)]);
  // The end of the directory says how long the comment after it is.
  new DataView(sealed.buffer).setUint16(zip.length - 2, sealMark.length + 64, true);
  return joinBytes([sealed, strToU8(await toSha256(sealed))]);
}
