import { parseArgs } from 'node:util';

export const jobNames = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
  'h',
  'storage',
  'charts',
  'receipt',
  'backup',
  'load',
  'missed',
] as const;
export type JobName = (typeof jobNames)[number];
/** `load` needs a PostgreSQL, and all of the machine for minutes. `missed` takes three minutes, most of them waiting. */
const usualJobs = jobNames.filter((name) => name !== 'load' && name !== 'missed');

export type EngineName = 'pglite' | 'postgres';

export interface BenchOptions {
  readonly jobs: readonly JobName[];
  /** How many logs lie on the device, one run for each. */
  readonly logs: readonly number[];
  /** Repetitions; at 100,000 logs and more three fifths of them. */
  readonly repetitions: number;
  /** 0 takes a free one. */
  readonly port: number;
  /** What the server of the sharing jobs keeps its rows in. */
  readonly engine: EngineName;
  /** Whether RxDB and PouchDB do the sharing jobs too: a hundred thousand rows take them minutes. */
  readonly peers: boolean;
}

const defaultLogs: readonly number[] = [1000, 10_000, 100_000, 200_000];

/** `--jobs a,b --logs 1000,10000 --repetitions 5 --port 4800 --engine postgres --peers`. Throws with words for what cannot be. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      jobs: { type: 'string' },
      logs: { type: 'string' },
      repetitions: { type: 'string' },
      port: { type: 'string' },
      engine: { type: 'string', default: 'pglite' },
      peers: { type: 'boolean', default: false },
    },
  });
  return {
    jobs: values.jobs === undefined ? usualJobs : values.jobs.split(',').map(toJobName),
    logs: values.logs === undefined ? defaultLogs : values.logs.split(',').map(toWholeNumber),
    repetitions: toWholeNumber(values.repetitions ?? '5'),
    port: toWholeNumber(values.port ?? '0'),
    engine: toEngine(values.engine),
    peers: values.peers,
  };
}

export const countRepetitions = ({ repetitions }: BenchOptions, logs: number): number =>
  logs >= 100_000 ? Math.max(1, Math.ceil(repetitions * 0.6)) : repetitions;

function toJobName(text: string): JobName {
  const name = jobNames.find((one) => one === text.trim());
  if (!name) throw new Error(`There is no job "${text}": choose among ${jobNames.join(', ')}`);
  return name;
}

function toEngine(text: string): EngineName {
  if (text === 'pglite' || text === 'postgres') return text;
  throw new Error(`There is no engine "${text}": choose among pglite, postgres`);
}

function toWholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`"${text}" is not a whole number`);
  return number;
}
