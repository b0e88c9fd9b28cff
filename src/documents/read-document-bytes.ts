import { Refusal, toRefused } from './refusal.ts';
import type { TextReading } from './text-reading.ts';

export function readDocumentBytes(bytes: Uint8Array): TextReading {
  try {
    if (bytes.length === 0) throw new Refusal('empty');
    throw new Refusal('not-a-document');
  } catch (problem) {
    return toRefused(problem);
  }
}
