/** `npm run reader:score [-- --notes] [names…]`: how well the reader reads what people have written down about texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPromise } from '#domain/reading/read-promise.ts';
import type { AnnotatedPromise } from './annotated-promise.ts';
import { add, type Field, precision, recall, scoreReading } from './score-reading.ts';

const isHalf = (from: number, to: number) => (name: string) => Number(name.slice(0, 2)) >= from && Number(name.slice(0, 2)) <= to;
const corpus = resolve('tests/domain/reading/corpus');
const sets = [
  { name: 'seeds', folder: resolve('../shared/promises/seeds'), isIn: () => true },
  { name: 'examples', folder: resolve('../shared/promises/examples'), isIn: () => true },
  { name: 'invented 01–12', folder: corpus, isIn: isHalf(1, 12) },
  { name: 'invented 13–24', folder: corpus, isIn: isHalf(13, 24) },
  { name: 'invented 25–44', folder: corpus, isIn: isHalf(25, 44) },
];
const showsNotes = process.argv.includes('--notes');
const only = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));

for (const { name, folder, isIn } of sets) {
  if (!existsSync(folder)) continue;
  if (only.length > 0 && !only.some((word) => name.startsWith(word))) continue;
  const scored = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && isIn(file))
    .map((file) => ({ file, score: scoreFile(folder, file) }));
  console.log(`\n${name} (${scored.length} texts)`);
  const fields = Object.keys(scored[0]?.score ?? {}) as Field[];
  for (const field of fields) {
    const total = add(scored.map(({ score }) => score[field]));
    console.log(`  ${field.padEnd(13)} precision ${percent(precision(total))}  recall ${percent(recall(total))}  ${total.right} of ${total.wanted}, ${total.found} found`);
    if (!showsNotes) continue;
    for (const { file, score } of scored) for (const note of score[field].notes) console.log(`      ${file.slice(0, 6)} ${note}`);
  }
}

function scoreFile(folder: string, file: string) {
  const wanted = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AnnotatedPromise;
  const stem = file.replace(/\.json$/u, '');
  const path = [`${stem}.txt`, `${stem}.reworded.txt`].map((name) => join(folder, name)).find(existsSync);
  return scoreReading(wanted, readPromise(readFileSync(path ?? '', 'utf8')));
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`.padStart(7);
}
