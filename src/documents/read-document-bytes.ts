import { cleanReading } from './clean-reading.ts';
import { openZip } from './open-zip.ts';
import { readHtmlText } from './read-html-text.ts';
import { isWordFile, readWordText } from './read-word-text.ts';
import { recogniseFile } from './recognise-file.ts';
import { Refusal, toRefused } from './refusal.ts';
import type { TextReading } from './text-reading.ts';

/** What the worker does for `readDocument`. In: the bytes of a file. Out: its text or why not. Never throws. */
export async function readDocumentBytes(bytes: Uint8Array): Promise<TextReading> {
  try {
    const text = cleanReading(await readText(bytes));
    if (text === '') throw new Refusal('empty');
    return { kind: 'text', text };
  } catch (problem) {
    return toRefused(problem);
  }
}

async function readText(bytes: Uint8Array): Promise<string> {
  const file = recogniseFile(bytes);
  if (!file) throw new Refusal('not-a-document');
  if (file.kind === 'text') return file.source;
  if (file.kind === 'html') return readHtmlText(file.source);
  if (file.kind === 'zip') return readPackedText(bytes);
  const { readPdfText } = await loadPdfReader();
  return readPdfText(bytes);
}

/** The largest part of the reader, and few files need it. */
async function loadPdfReader() {
  try {
    return await import('./read-pdf-text.ts');
  } catch {
    throw new Refusal('reader-missing');
  }
}

function readPackedText(bytes: Uint8Array): string {
  const zip = openZip(bytes);
  if (!isWordFile(zip)) throw new Refusal('not-a-document');
  return readWordText(zip);
}
