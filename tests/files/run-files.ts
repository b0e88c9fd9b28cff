/** Hands one drawn file after the other to what takes them, and complains of every one that gets through. */
import type { FileKind } from './file-kind.ts';
import { createFileMaker } from './hostile-files.ts';

export interface FilesReport {
  readonly files: number;
  /** How often each answer was given. */
  readonly answers: ReadonlyMap<string, number>;
  readonly families: ReadonlySet<string>;
  /** Milliseconds. */
  readonly slowest: number;
  readonly slowestFamily: string;
  readonly complaints: readonly string[];
}

export interface FilesOptions {
  readonly from: number;
  readonly count: number;
  readonly watch: () => number;
}

/** Files between two looks at every byte. */
const looked = 2000;

export async function runFiles(kind: FileKind, { from, count, watch }: FilesOptions): Promise<FilesReport> {
  const make = createFileMaker(kind);
  const answers = new Map<string, number>();
  const families = new Set<string>();
  const complaints: string[] = [];
  let [slowest, slowestFamily] = [0, ''];
  for (let number = from; number < from + count; number += 1) {
    const { family, bytes } = await make(number);
    families.add(family);
    const start = watch();
    const answer = await kind.take(bytes).catch((error: Error) => `threw ${error.name}: ${error.message}`);
    const took = watch() - start;
    if (took > slowest) [slowest, slowestFamily] = [took, family];
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    if (answer === 'accepted' || answer.startsWith('threw')) complaints.push(`${number} ${family}: ${answer}`);
    if (await kind.hasChanged()) complaints.push(`${number} ${family}: something was written`);
    const isLook = (number - from) % looked === looked - 1 || number === from + count - 1;
    if (isLook && (await kind.hasOtherBytes())) complaints.push(`${number}: the database has other bytes`);
    if (complaints.length > 20) break;
  }
  return { files: count, answers, families, slowest, slowestFamily, complaints };
}
