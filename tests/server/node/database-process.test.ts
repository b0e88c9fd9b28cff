import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, test } from 'vitest';
import { createChildProof } from '#server/node/dumps.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '#server/node/embedded-database.ts';
import { buildDatabaseProcess } from '#tests/support/build-database-process.ts';
import { createDataFolder } from '#tests/support/data-folders.ts';

interface Running {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Waits for a line that begins so; rejects if the process ends before. */
  readonly waitFor: (start: string, count?: number) => Promise<void>;
  readonly end: Promise<unknown>;
}

function run(script: string, ...args: readonly string[]): Running {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const heard = createInterface({ input: child.stdout });
  heard.on('line', (line) => lines.push(line));
  const end = once(child, 'close');
  const waitFor = (start: string, count = 1) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (lines.filter((line) => line.startsWith(start)).length >= count) resolve();
      };
      heard.on('line', look);
      look();
      void end.then(() => reject(new Error(`It ended before it said "${start}": ${lines.at(-1)}`)));
    });
  return { process: child, lines, waitFor, end };
}

const listIds = (lines: readonly string[], start: string) =>
  lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length + 1));

describe('a process on a data folder', () => {
  let script = '';
  beforeAll(async () => {
    script = await buildDatabaseProcess();
  });

  async function reopen(folder: string): Promise<EmbeddedDatabase> {
    const opening = await openEmbeddedDatabase({ folder, now: Date.now, prove: createChildProof(script) });
    if (opening.kind !== 'open') throw new Error(opening.kind);
    return opening.embedded;
  }

  test('is alone: a second one ends at once and says who has it, and the first goes on', async () => {
    using folder = createDataFolder();
    const first = run(script, 'push', folder.path);
    await first.waitFor('acknowledged');

    const second = run(script, 'hold', folder.path);
    const [code] = (await second.end) as [number];
    const before = first.lines.length;
    await first.waitFor('acknowledged', before);
    first.process.kill('SIGKILL');
    await first.end;

    expect(code).not.toBe(0);
    expect(second.lines).toEqual(['in-use']);
  });

  test('killed at any moment loses nothing that it had acknowledged, and the next one takes the folder over', async () => {
    using folder = createDataFolder();
    const acknowledged: string[] = [];
    // The moments differ by how many pushes were done, and by whatever the machine was doing.
    for (const count of [1, 7, 23, 61]) {
      const running = run(script, 'push', folder.path);
      await running.waitFor('acknowledged', count);
      running.process.kill('SIGKILL');
      await running.end;
      acknowledged.push(...listIds(running.lines, 'acknowledged'));
    }

    const embedded = await reopen(folder.path);
    const report = await embedded.replay(() => Promise.reject(new Error('Nothing is missing')));
    await embedded.close();

    expect(acknowledged.length).toBeGreaterThanOrEqual(92);
    expect(report).toMatchObject({ replayed: 0, damaged: 0 });
    expect(report.known).toBeGreaterThanOrEqual(acknowledged.length);
  });

  test('killed between commit and journal has kept the commit, and acknowledged nothing of it', async () => {
    using folder = createDataFolder();
    const running = run(script, 'die-before-journal', folder.path);
    await running.end;
    const [spaceId = ''] = listIds(running.lines, 'space');

    const embedded = await reopen(folder.path);
    const report = await embedded.replay(() => Promise.reject(new Error('Nothing is missing')));
    const kept = await embedded.database.inSpace({ spaceId, userId: '' }, (tx) =>
      tx.selectFrom('op_result').select('op_id').execute(),
    );
    await embedded.close();

    expect(listIds(running.lines, 'acknowledged')).toHaveLength(1);
    expect(report.known).toBe(1);
    expect(kept).toHaveLength(2);
  });

  test('proves a dump by opening it, and refuses one that was damaged', async () => {
    using folder = createDataFolder();
    const embedded = await reopen(folder.path);

    const result = await embedded.dump();
    await embedded.close();
    if (result.kind !== 'proven') throw new Error(result.kind);
    const bytes = readFileSync(result.file);
    writeFileSync(`${folder.path}/short.tar.gz`, bytes.subarray(0, bytes.length / 2));
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(`${folder.path}/changed.tar.gz`, bytes);
    const prove = createChildProof(script);

    expect(await prove(result.file)).toBe(true);
    expect(await prove(`${folder.path}/short.tar.gz`)).toBe(false);
    expect(await prove(`${folder.path}/changed.tar.gz`)).toBe(false);
    expect(await prove(`${folder.path}/missing.tar.gz`)).toBe(false);
  });
});
