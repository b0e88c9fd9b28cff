/**
 * `npm run proof:mutants` switches off every rule, one at a time, and says after how many seeds that was noticed.
 * `--rules NAME,NAME`, `--most SEEDS` (2,000), `--from SEED` and `--workers` (2) as wished.
 */
import { parseArgs } from 'node:util';
import { equivalentMutants } from './equivalent-mutants.ts';
import { listMutants, type Trial, tryMutant } from './mutants.ts';
import { sayLine } from './say-line.ts';
import { isWorker, runTasks, serveTasks } from './worker-pool.ts';

interface Task {
  readonly name: string;
  readonly from: number;
  readonly most: number;
}

if (isWorker) serveTasks(work);
else process.exitCode = await start();

function work({ name, from, most }: Task): Promise<Trial> {
  const mutant = listMutants().find((one) => one.name === name);
  if (mutant === undefined) throw new Error(`No rule is called ${name}`);
  return tryMutant(mutant, from, most);
}

async function start(): Promise<number> {
  const { values } = parseArgs({
    options: {
      rules: { type: 'string' },
      from: { type: 'string', default: '1' },
      most: { type: 'string', default: '2000' },
      workers: { type: 'string', default: '2' },
    },
  });
  const wanted = values.rules?.split(',');
  const names = listMutants().map(({ name }) => name);
  const from = Number(values.from);
  const most = Number(values.most);
  const tasks = names.filter((name) => wanted?.includes(name) ?? !equivalentMutants.has(name));
  let survivors = 0;
  await runTasks<Task, Trial>(
    tasks.map((name) => ({ name, from, most })),
    Number(values.workers),
    (_task, { name, seeds, invariant }) => {
      if (invariant === undefined) survivors += 1;
      sayLine(`${name.padEnd(36)} ${invariant === undefined ? `SURVIVES ${seeds}` : `${invariant} after ${seeds}`}`);
    },
  );
  if (wanted === undefined)
    for (const [name, why] of equivalentMutants) sayLine(`${name.padEnd(36)} equivalent: ${why}`);
  sayLine(`${tasks.length - survivors} of ${tasks.length} are noticed.`);
  return survivors === 0 ? 0 : 1;
}
