import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Settings = Readonly<Record<string, string>>;

export interface ServerProcess {
  readonly child: ChildProcess;
  /** Where it is open, without a slash at the end. */
  readonly origin: string;
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** Resolves with the exit code when the process is gone; null when it was killed. */
  readonly ended: Promise<number | null>;
}

export interface Refusal {
  readonly code: number | null;
  /** What it said on its way out, line by line. */
  readonly sentences: readonly string[];
}

/** Only what is set for this one, and what Node itself needs: no setting of the machine comes in. */
const toEnvironment = (settings: Settings) => ({ PATH: process.env.PATH, PORT: '0', ...settings });

/** Starts a built server, or one of its commands, and waits for nothing. */
export function spawnServer(script: string, settings: Settings, ...command: readonly string[]) {
  // The database's code is compiled once and quickly: better code takes longer to make than a test's process lives.
  const child = spawn(process.execPath, ['--liftoff-only', script, ...command], {
    env: toEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, ended: once(child, 'close').then(([code]) => code as number | null) };
}

/** Starts a built server. In: its script and settings. Out: the process, once it is open. Rejects when it refuses. */
export async function startServerProcess(script: string, settings: Settings): Promise<ServerProcess> {
  const { child, ended } = spawnServer(script, settings);
  const lines: string[] = [];
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const found = /^Löfteskollen finns på (\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then((code) => reject(new Error(`The server ended with ${code}: ${complaints}`)));
  });
  return { child, origin, lines, ended };
}

/** Runs a built server, or one of its commands, to its end. In: script, settings, the command. Out: how it ended. */
export async function runToEnd(script: string, settings: Settings, ...command: readonly string[]): Promise<Refusal> {
  const { child, ended } = spawnServer(script, settings, ...command);
  let words = '';
  const hear = (chunk: unknown) => {
    words += chunk;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await ended;
  return { code, sentences: words.trim().split('\n') };
}
