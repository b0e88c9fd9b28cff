import { Refusal, toRefused } from './refusal.ts';
import type { TableReading } from './table-reading.ts';

export function readTableBytes(bytes: Uint8Array, name: string): TableReading {
  try {
    if (bytes.length === 0 || name === '') throw new Refusal('empty');
    throw new Refusal('not-a-table');
  } catch (problem) {
    return toRefused(problem);
  }
}
