/** A handover as a file that only its code opens. The same bytes go into QR codes. */
import { type CarriedHandover, type Handover, type HandoverReading, parseHandover } from '#domain/handover/handover.ts';
import { toPartTable } from '#domain/record-files/manifest.ts';
import { type RecordFileReading, readRecordFile } from './read-record-file.ts';
import { Refusal } from './refusal.ts';
import { openSealedFile, sealFile } from './seal-file.ts';
import { writeRecordFile } from './write-record-file.ts';

/**
 * In: a handover, and the code that closes it. Out: the file's bytes. `isSmall`: without what its maker knows besides, so
 * that it fits into codes; the next handover back then leaves out less.
 */
export async function writeHandoverFile(
  handover: Handover,
  code: string,
  { isSmall = false }: { readonly isSmall?: boolean } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { actions, known, savedAt, since, id, from, promises } = handover;
  const about = { id, from, promises, ...(since !== undefined && { since }) };
  const summaries = isSmall ? [] : Object.entries(known).map(([promiseId, summary]) => ({ promiseId, summary }));
  const carried = [
    { table: 'actions', rows: actions },
    { table: 'known', rows: summaries },
  ];
  return sealFile(await writeRecordFile({ kind: 'handover', savedAt, about }, carried), code);
}

export type HandoverFileReading =
  | HandoverReading
  | { readonly kind: 'wrong-code' | 'damaged' }
  | Exclude<RecordFileReading, { readonly kind: 'read' | 'sealed' }>;

/** In: bytes of a file, or of codes, and the code that its maker says. Out: the handover, or why it is not read. */
export async function readHandoverFile(bytes: Uint8Array, code: string): Promise<HandoverFileReading> {
  const opened = await openSealedFile(bytes, code);
  if (opened.kind === 'wrong-passphrase') return { kind: 'wrong-code' };
  if (opened.kind === 'not-sealed') return { kind: 'not-ours' };
  return opened.kind === 'opened' ? readOpenedHandover(opened.bytes) : opened;
}

/** What its code has opened: whoever knows the code may have put anything into it. Out: as {@link readHandoverFile}. */
export async function readOpenedHandover(bytes: Uint8Array): Promise<HandoverFileReading> {
  const file = await readRecordFile(bytes, 'handover');
  if (file.kind === 'sealed') return { kind: 'not-ours' };
  if (file.kind !== 'read') return file;
  const rows: { readonly actions: unknown[]; readonly known: unknown[] } = { actions: [], known: [] };
  try {
    for (const part of file.manifest.parts) {
      const table = toPartTable(part.name);
      if (table !== 'actions' && table !== 'known') return { kind: 'not-ours' };
      for (const row of await file.readPart(part)) rows[table].push(row);
    }
  } catch (problem) {
    if (problem instanceof Refusal) return { kind: 'damaged' };
    throw problem;
  }
  const { savedAt, schema, about } = file.manifest;
  return parseHandover({ savedAt, schema, about, ...rows } satisfies CarriedHandover);
}
