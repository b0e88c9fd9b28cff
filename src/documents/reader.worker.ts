import type { ReadingQuestion } from './ask-reader.ts';
import { readDocumentBytes } from './read-document-bytes.ts';
import { readTableBytes } from './read-table-bytes.ts';

/** The worker of one file: one question, one answer. */
async function answer({ data }: MessageEvent<ReadingQuestion & { readonly line: MessagePort }>): Promise<void> {
  const { wanted, bytes, name, line } = data;
  line.postMessage(wanted === 'document' ? await readDocumentBytes(bytes) : readTableBytes(bytes, name));
}

addEventListener('message', answer, { once: true });
