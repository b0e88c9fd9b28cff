/**
 * `npm run proof:simulate -- --seed N` plays one seed and says all that happened; `--seeds A..B` runs many, after those
 * that have failed before. `--operations`, `--workers` (2) and `--progress FILE` as wished; a stopped run goes on.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { regressionSeeds } from './regression-seeds.ts';
import { runSeed } from './run-seed.ts';
import { sayLine } from './say-line.ts';
import {
  addCounts,
  type ChunkResult,
  countRun,
  listChunks,
  readProgress,
  type SeedRange,
  saveProgress,
} from './seed-progress.ts';
import { isWorker, runTasks, serveTasks } from './worker-pool.ts';

interface Course {
  readonly operations: number;
  readonly asksAhead: boolean;
}

type Chunk = SeedRange & Course;

const chunkSize = 50;
const toLine = ({ invariant, what }: { invariant: string; what: string }) => `${invariant} ${what}`;

if (isWorker) serveTasks(runChunk);
else process.exitCode = await start();

async function runChunk({ from, to, operations, asksAhead }: Chunk): Promise<ChunkResult> {
  const totals: Record<string, number> = {};
  const failed: { seed: number; violations: readonly string[] }[] = [];
  for (let seed = from; seed <= to; seed++) {
    const result = await runSeed(seed, { operations, mix: { asksAhead } });
    addCounts(totals, countRun(result));
    if (result.violations.length > 0) failed.push({ seed, violations: result.violations.map(toLine) });
  }
  return { totals, failed };
}

function start(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string', default: '1..4000' },
      operations: { type: 'string', default: '120' },
      workers: { type: 'string', default: '2' },
      progress: { type: 'string' },
      ahead: { type: 'boolean', default: false },
    },
  });
  const course: Course = { operations: Number(values.operations), asksAhead: values.ahead };
  if (values.seed !== undefined) return replay(Number(values.seed), course);
  const [from = 1, to = 1] = values.seeds.split('..').map(Number);
  const file =
    values.progress ?? `dist/proofs/simulate-${from}-${to}-${values.operations}${values.ahead ? '-ahead' : ''}.json`;
  return runMany({ from, to }, course, Number(values.workers), file);
}

async function replay(seed: number, { operations, asksAhead }: Course): Promise<number> {
  const result = await runSeed(seed, { operations, mix: { asksAhead }, onTrace: sayLine });
  sayLine(JSON.stringify({ ...result, violations: result.violations.map(toLine) }, null, 2));
  return result.violations.length === 0 ? 0 : 1;
}

async function runMany(range: SeedRange, course: Course, workers: number, file: string): Promise<number> {
  const code = createHash('sha256')
    .update(readFileSync(process.argv[1] ?? ''))
    .digest('hex');
  for (const { seed, operations: most } of regressionSeeds) {
    const { violations } = await runSeed(seed, { operations: most });
    for (const violation of violations) sayLine(`seed ${seed} fails again: ${toLine(violation)}`);
    if (violations.length > 0) return 1;
  }
  const progress = readProgress(file, code);
  const before = progress.totals.operations ?? 0;
  const began = performance.now();
  const chunks = listChunks(range, new Set(progress.done), chunkSize);
  await runTasks<Chunk, ChunkResult>(toTasks(chunks, course), workers, ({ from }, { totals, failed }) => {
    progress.done.push(from);
    progress.failed.push(...failed);
    addCounts(progress.totals, totals);
    saveProgress(file, progress);
    for (const { seed, violations } of failed) sayLine(`seed ${seed}: ${violations.slice(0, 3).join(' | ')}`);
    if (progress.done.length % 20 === 0) sayLine(`${progress.totals.seeds} seeds, ${progress.failed.length} failed`);
  });
  const seconds = (performance.now() - began) / 1000;
  const perSecond = Math.round(((progress.totals.operations ?? 0) - before) / seconds);
  sayLine(JSON.stringify({ ...progress.totals, failed: progress.failed.length, perSecond }, null, 2));
  for (const { seed } of progress.failed)
    sayLine(
      `npm run proof:simulate -- --seed ${seed} --operations ${course.operations}${course.asksAhead ? ' --ahead' : ''}`,
    );
  return progress.failed.length === 0 ? 0 : 1;
}

function* toTasks(chunks: Iterable<SeedRange>, course: Course): Generator<Chunk> {
  for (const chunk of chunks) yield { ...chunk, ...course };
}
