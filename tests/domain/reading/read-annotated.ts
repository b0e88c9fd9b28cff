import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnotatedPromise } from './annotated-promise.ts';

export interface AnnotatedText {
  readonly file: string;
  readonly text: string;
  readonly wanted: AnnotatedPromise;
}

/** In: a folder of texts with what people have found in each, possibly not there. Out: the pairs, by name. */
export function readAnnotated(folder: string, isIn: (file: string) => boolean = () => true): readonly AnnotatedText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && isIn(file))
    .map((file) => {
      const stem = file.replace(/\.json$/u, '');
      const path = [`${stem}.txt`, `${stem}.reworded.txt`].map((name) => join(folder, name)).find(existsSync) ?? '';
      const wanted = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AnnotatedPromise;
      return { file, wanted, text: readFileSync(path, 'utf8') };
    });
}

/** Texts whose name begins with a number between two others, both included. */
export const numbered = (from: number, to: number) => (file: string) => {
  const number = Number(file.slice(0, 2));
  return number >= from && number <= to;
};
