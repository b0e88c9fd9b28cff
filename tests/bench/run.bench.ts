/** `npm run bench`: builds, measures, prints each figure as a ratio to its floor in the same run, and keeps the results. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildApp } from '#tests/support/build-app.ts';
import { findBrowser } from '#tests/support/find-browser.ts';
import { buildMeasuredApp, buildPeers } from './build-measured-app.ts';
import { compareSizes } from './compare-sizes.ts';
import type { Figure } from './figure.ts';
import { summarize } from './figure.ts';
import { parseOptions } from './options.ts';
import { printFigure } from './print-figures.ts';
import { runJobs } from './run-jobs.ts';
import { serveFolder } from './serve-folder.ts';

const write = (line: string) => process.stdout.write(`${line}\n`);

const options = parseOptions(process.argv.slice(2));
const executablePath = await findBrowser();
await buildApp();
buildMeasuredApp('dist/bench', 'dist/floors');
if (options.peers) buildPeers('dist/peers');
const measured = await serveFolder('dist/bench', options.port);
const floors = await serveFolder('dist/floors', 0);
const ordinary = await serveFolder('dist/app', 0);
const places = {
  app: `http://localhost:${measured.port}`,
  floors: `http://localhost:${floors.port}`,
  executablePath,
};

const figures: Figure[] = [];
let failedMusts = 0;
const show = (added: readonly Figure[]) => {
  figures.push(...added);
  for (const figure of added) {
    const printed = printFigure(figure);
    failedMusts += printed.failedMusts;
    write(printed.line);
  }
};

try {
  const address = `http://localhost:${ordinary.port}`;
  await runJobs({ places, ordinary: { folder: 'dist/app', address } }, options, show);
  show(compareSizes(figures));
} finally {
  measured.close();
  floors.close();
  ordinary.close();
  if (figures.length > 0) keepResults();
}
write(failedMusts === 0 ? 'Every must holds.' : `${failedMusts} figures miss a must.`);

function keepResults() {
  mkdirSync('bench-results', { recursive: true });
  const file = `bench-results/${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`;
  const results = figures.map((figure) => ({ ...figure, summary: summarize(figure) }));
  writeFileSync(file, `${JSON.stringify({ options, results }, null, 2)}\n`);
  write(`Kept in ${file}`);
}
