import { toTrustedScriptUrl } from '#app/trusted-urls.ts';
import readerUrl from './reader.worker.ts?worker&url';
import { largestFile, longestReading } from './reading-limits.ts';
import type { RefusalReason, Refused } from './refusal.ts';
import type { TableReading } from './table-reading.ts';
import type { TextReading } from './text-reading.ts';

/** What a worker is asked, once: it is ended when it has answered, or when its time is up. */
export interface ReadingQuestion {
  readonly wanted: keyof Readings;
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What each question is answered with. */
export interface Readings {
  readonly document: TextReading;
  readonly table: TableReading;
}

const refuse = (reason: RefusalReason): Refused => ({ kind: 'refused', reason });

/**
 * Has a file read by a worker that lives for this file only: what goes wrong in there ends with it.
 * In: what is wanted, and the file. Out: the reading, or why there is none. Never throws.
 */
export async function askReader<Wanted extends keyof Readings>(
  wanted: Wanted,
  file: Blob & { readonly name: string },
): Promise<Readings[Wanted] | Refused> {
  if (file.size > largestFile) return refuse('too-large');
  if (file.size === 0) return refuse('empty');
  try {
    // Read before the worker exists: a file that vanished from its stick is told apart from one that is slow to read.
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await askWorker<Readings[Wanted]>({ wanted, bytes, name: file.name });
  } catch {
    return refuse('damaged');
  }
}

function askWorker<Reading>(question: ReadingQuestion): Promise<Reading | Refused> {
  const worker = new Worker(toTrustedScriptUrl(readerUrl), { type: 'module' });
  // A line of its own: the reader of PDFs speaks on the worker's, since it takes it for its own worker.
  const { port1: line, port2: theirs } = new MessageChannel();
  const answer = new Promise<Reading | Refused>((resolve) => {
    const timer = setTimeout(() => resolve(refuse('took-too-long')), longestReading);
    const answerWith = (reading: Reading | Refused) => {
      clearTimeout(timer);
      resolve(reading);
    };
    line.onmessage = ({ data }: MessageEvent<Reading>) => answerWith(data);
    line.onmessageerror = () => answerWith(refuse('damaged'));
    // An error of its own has a message; a script that could not be fetched has none. The page goes on.
    worker.onerror = (event) => {
      event.preventDefault();
      answerWith(refuse(event.message ? 'damaged' : 'reader-missing'));
    };
    worker.postMessage({ ...question, line: theirs }, [question.bytes.buffer, theirs]);
  });
  return answer.finally(() => {
    worker.terminate();
    line.close();
  });
}
