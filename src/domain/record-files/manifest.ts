/** The front of a file that carries records: backup, handover and archive are three of a kind (sync 2.20). */
import * as z from 'zod/mini';

/** What a file is for. A backup is not read as a handover: what happens to what is here differs. */
export const recordFileKinds = ['backup', 'handover', 'archive'] as const;
export type RecordFileKind = (typeof recordFileKinds)[number];

/** The version of the format that this code writes. It reads every one up to it. */
export const recordFileVersion = 1;

/** Parts of one file, and bytes of one part unpacked: a part is read at a time, and memory holds one of them. */
export const mostRecordParts = 4000;
export const largestRecordPart = 4_000_000;

const count = z.int().check(z.nonnegative());
const partSchema = z.strictObject({
  /**
   * `progressLogs-0001.jsonl`: a table, or what else is carried, and the number of the part. `progressLogs-0001.csv` and
   * `README.txt` are texts for people, who need no program of ours to read them.
   */
  name: z.string().check(z.regex(/^[a-zA-Z]{1,40}(-\d{4}\.jsonl|(-\d{4})?\.(csv|txt))$/)),
  /** Line feeds. */
  lines: count,
  bytes: count.check(z.maximum(largestRecordPart)),
  /** Hexadecimal digits of the SHA-256 of the part. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export const manifestSchema = z.strictObject({
  format: z.literal('lofteskollen'),
  version: z.literal(recordFileVersion),
  kind: z.enum(recordFileKinds),
  /** The instant at which it was written, with offset. */
  savedAt: z.string().check(z.maxLength(40)),
  /** The schema version of the records (`schemaVersion` of `domain/operations`). */
  schema: count,
  parts: z.array(partSchema).check(z.maxLength(mostRecordParts)),
  /** What a kind of file says of itself besides. */
  about: z.record(z.string().check(z.maxLength(40)), z.json()),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type RecordPart = Manifest['parts'][number];

/** Every file has these, whatever its version: enough to say what it is before the rest can be read. */
const frontSchema = z.object({ format: z.literal('lofteskollen'), version: count, kind: z.string() });

export type ManifestReading =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  /** Written by a newer version of the app. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'not-ours' };

/** In: the manifest as JSON gave it. Out: see {@link ManifestReading}. Two parts of one name are nobody's manifest. */
export function parseManifest(given: unknown): ManifestReading {
  const front = frontSchema.safeParse(given);
  if (!front.success) return { kind: 'not-ours' };
  if (front.data.version > recordFileVersion) return { kind: 'newer' };
  const read = manifestSchema.safeParse(given);
  if (!read.success) return { kind: 'not-ours' };
  const names = new Set(read.data.parts.map(({ name }) => name));
  return names.size === read.data.parts.length ? { kind: 'manifest', manifest: read.data } : { kind: 'not-ours' };
}

/** Which table, or what else, a part carries. In: `progressLogs-0001.jsonl`. Out: `progressLogs`. */
export const toPartTable = (name: string): string => name.slice(0, name.search(/[-.]/));

/** Whether a part carries rows; the others are texts for people. */
export const carriesRows = ({ name }: Pick<RecordPart, 'name'>): boolean => name.endsWith('.jsonl');
