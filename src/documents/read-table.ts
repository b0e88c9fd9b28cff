import { askReader } from './ask-reader.ts';
import type { TableReading } from './table-reading.ts';

/**
 * Reads a spreadsheet (XLSX) or a CSV file in a worker of its own, within limits (`reading-limits.ts`).
 * In: a file as a person chose it; its name decides nothing. Out: its sheets, or why it was refused. Never throws.
 */
export const readTable = (file: Blob & { readonly name: string }): Promise<TableReading> => askReader('table', file);
