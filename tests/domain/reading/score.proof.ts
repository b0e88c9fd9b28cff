/** `npm run reader:score [-- --notes] [names…]`: how well the reader reads what people have written down about texts. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPromise } from '#domain/reading/read-promise.ts';
import { numbered, readAnnotated } from './read-annotated.ts';
import { add, type Field, precision, recall, scoreReading } from './score-reading.ts';

const corpus = resolve('tests/domain/reading/corpus');
const sets = [
  { name: 'seeds', folder: resolve('../shared/promises/seeds'), isIn: () => true },
  { name: 'examples', folder: resolve('../shared/promises/examples'), isIn: () => true },
  { name: 'invented 01–12', folder: corpus, isIn: numbered(1, 12) },
  { name: 'invented 13–24', folder: corpus, isIn: numbered(13, 24) },
  { name: 'invented 25–44', folder: corpus, isIn: numbered(25, 44) },
  { name: 'invented 45–56', folder: corpus, isIn: numbered(45, 56) },
];
const showsNotes = process.argv.includes('--notes');
const only = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));

for (const { name, folder, isIn } of sets) {
  const isWanted = only.length === 0 || only.some((word) => name.startsWith(word));
  if (existsSync(folder) && isWanted) process.stdout.write(`${describeSet(name, folder, isIn)}\n`);
}

function describeSet(name: string, folder: string, isIn: (file: string) => boolean): string {
  const scored = readAnnotated(folder, isIn).map(({ file, text, wanted }) => ({
    file,
    score: scoreReading(wanted, readPromise(text)),
  }));
  const fields = Object.keys(scored[0]?.score ?? {}) as Field[];
  const lines = fields.flatMap((field) => {
    const total = add(scored.map(({ score }) => score[field]));
    const shares = `precision ${percent(precision(total))}  recall ${percent(recall(total))}`;
    const notes = scored.flatMap(({ file, score }) =>
      score[field].notes.map((note) => `      ${file.slice(0, 6)} ${note}`),
    );
    return [
      `  ${field.padEnd(13)} ${shares}  ${total.right} of ${total.wanted}, ${total.found} found`,
      ...(showsNotes ? notes : []),
    ];
  });
  return ['', `${name} (${scored.length} texts)`, ...lines].join('\n');
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`.padStart(7);
}
