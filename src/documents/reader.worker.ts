import type { ReadingQuestion } from './ask-reader.ts';
import { readDocumentBytes } from './read-document-bytes.ts';
import { readTableBytes } from './read-table-bytes.ts';

/** The worker of one file: one question, one answer. */
addEventListener('message', async ({ data }: MessageEvent<ReadingQuestion>) => {
  const { wanted, bytes, name } = data;
  postMessage(wanted === 'document' ? await readDocumentBytes(bytes) : await readTableBytes(bytes, name));
});
