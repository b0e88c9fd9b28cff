import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '#tests/simulation/random.ts';
import { buildServerProcess } from '#tests/support/build-server-process.ts';
import { createDataFolder } from '#tests/support/data-folders.ts';
import { runToEnd, startServerProcess } from '#tests/support/server-process.ts';
import { checkContents } from './check-contents.ts';
import { createGate } from './gate.ts';
import { lookIntoFolder } from './look-into.ts';
import { beginWork, runKills } from './run-kills.ts';

let script = '';
beforeAll(async () => {
  script = await buildServerProcess('dist/killed-server');
});

/** Milliseconds until it is given up as stuck: a dozen processes are started, one after the other. */
const patience = 400_000;

/** A sample of `npm run proof:kill`, which does it as often as it is asked. */
test(
  'a server killed while devices push has lost and doubled nothing that it had acknowledged',
  async () => {
    using folder = createDataFolder();
    const report = await runKills({
      script,
      settings: { MLO_DATA: folder.path },
      kills: 4,
      seed: 1,
      look: lookIntoFolder(folder.path),
    });

    expect(report.violations).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(0);
  },
  patience,
);

test(
  'a server whose database is destroyed comes back from dump and journal with all it acknowledged, once',
  async () => {
    using folder = createDataFolder();
    const settings = { MLO_DATA: folder.path };
    const gate = createGate();
    const first = await startServerProcess(script, settings);
    gate.open(first.origin);
    const { pushers, begun } = await beginWork(gate, first, createRandom(7));
    await Promise.all(pushers.map(({ work }) => work(3)));
    const backup = await runToEnd(script, settings, 'backup');
    await Promise.all(pushers.map(({ work }) => work(13)));
    first.child.kill('SIGKILL');
    await first.ended;
    rmSync(join(folder.path, 'database'), { recursive: true });

    // Twice: what was played again is not played a second time.
    for (let start = 0; start < 2; start++) {
      const next = await startServerProcess(script, settings);
      next.child.kill('SIGTERM');
      await next.ended;
    }

    expect(backup.code).toBe(0);
    const violations = await checkContents(lookIntoFolder(folder.path), pushers, begun, { isSameLine: false });
    expect(violations).toEqual([]);
  },
  patience,
);
