import { readPastedTable } from '#domain/importing/read-pasted-table.ts';
import type { Language } from '#domain/wording/locale.ts';
import type { Source } from './import-state.ts';

export type SourceResult =
  | { readonly kind: 'read'; readonly source: Source }
  /** In the words of who reads files. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'empty' | 'too-much' };

/** In: a file as it was chosen. Out: its sheets that say anything, or why not. The reader is loaded when it is needed. */
export async function readFile(file: File, language: Language): Promise<SourceResult> {
  const { readTable } = await import('#documents/read-table.ts');
  const reading = await readTable(file);
  if (reading.kind === 'refused') {
    const { refusalWord } = await import('#documents/refusal-words.ts');
    return { kind: 'refused', why: refusalWord(reading.reason, language) };
  }
  return toResult({ name: file.name, sheets: reading.sheets });
}

/** In: pasted text. Out: one sheet. */
export function readPaste(text: string, name: string): SourceResult {
  const rows = readPastedTable(text);
  if (rows === undefined) return { kind: 'too-much' };
  return toResult({ name, sheets: [{ name, rows }] });
}

const toResult = (source: Source): SourceResult => {
  const sheets = source.sheets.filter(({ rows }) => rows.length > 0);
  return sheets.length === 0 ? { kind: 'empty' } : { kind: 'read', source: { ...source, sheets } };
};
