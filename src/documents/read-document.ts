import { askReader } from './ask-reader.ts';
import type { TextReading } from './text-reading.ts';

/**
 * Reads a Word file, a PDF, an HTML page or plain text in a worker of its own, within limits (`reading-limits.ts`).
 * In: a file as a person chose it; its name decides nothing. Out: its text (one paragraph a line, headings after an empty
 * line, list items with `• ` or their number, table cells with tabs), or why it was refused. Never throws.
 */
export const readDocument = (file: Blob & { readonly name: string }): Promise<TextReading> =>
  askReader('document', file);
