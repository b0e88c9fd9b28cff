import type { Day } from '#domain/calendar/day.ts';
import type { Refused } from './refusal.ts';

/** An empty cell is an empty text. A formula is the value that the spreadsheet program last showed, never computed here. */
export type TableCell = string | number | { readonly day: Day };

export interface TableSheet {
  /** As the spreadsheet names it; the name of the file where it is a CSV file. */
  readonly name: string;
  /** Equally long, without empty rows and columns at the end. */
  readonly rows: readonly (readonly TableCell[])[];
}

export type TableReading = { readonly kind: 'table'; readonly sheets: readonly TableSheet[] } | Refused;
