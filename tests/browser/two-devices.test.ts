import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test } from '#tests/support/browser-test.ts';
import { createDataFolder } from '#tests/support/data-folders.ts';
import { createEmptyPostgres, type EngineName, engines } from '#tests/support/server-databases.ts';
import { type ServerProcess, type Settings, startServerProcess } from '#tests/support/server-process.ts';
import {
  fillWithStory,
  joinAs,
  log,
  logAndShare,
  pill,
  readFigures,
  saveShots,
  waitUntilShared,
} from '#tests/support/share-story.ts';
import {
  type FreshServer,
  type SharedServer,
  type SignedInPerson,
  startSharedServer,
} from '#tests/support/shared-server.ts';
import { choice, visit } from '#tests/support/walk-app.ts';

/** The built server as `npm start` runs it: one process on the embedded database, two beside one PostgreSQL. */
async function startProcesses(engine: EngineName): Promise<FreshServer & { readonly second: string }> {
  const { settings, count, remove } = engine === 'pglite' ? await prepareFolder() : await preparePostgres();
  const processes: ServerProcess[] = [];
  for (let started = 0; started < count; started++) {
    processes.push(await startServerProcess('dist/server/node.js', settings));
  }
  const [first, last] = [processes[0], processes.at(-1)];
  return {
    baseUrl: first?.origin ?? '',
    second: last?.origin ?? '',
    // Each start without an administrator prints a new link, and the one before it is worth nothing.
    setUpLink: last?.lines.find((line) => line.includes('/kom-igang#'))?.match(/https?:\S+/)?.[0] ?? '',
    close: async () => {
      for (const { child, ended } of processes) {
        child.kill('SIGTERM');
        await ended;
      }
      await remove();
    },
  };
}

interface Ground {
  readonly settings: Settings;
  readonly count: number;
  readonly remove: () => unknown;
}

async function prepareFolder(): Promise<Ground> {
  const folder = createDataFolder();
  return { settings: { MLO_DATA: folder.path }, count: 1, remove: () => folder[Symbol.dispose]() };
}

async function preparePostgres(): Promise<Ground> {
  const { urls, drop } = await createEmptyPostgres();
  const settings = { DATABASE_URL: urls.server, DATABASE_OWNER_URL: urls.owner, MLO_KEY: 'A'.repeat(43) };
  return { settings, count: 2, remove: drop };
}

describe.each(engines)(
  'two devices of two people, each at a server of its own where there are two, on %s',
  (engine) => {
    let server: SharedServer;
    let bo: SignedInPerson;
    beforeAll(async () => {
      const processes = await startProcesses(engine);
      server = await startSharedServer(processes);
      bo = await fillWithStory(server, processes.second);
    });
    afterAll(() => server?.stop());

    test('end with the same rows and the same figures, with the network cut and restored between them', async ({
      openDevice,
    }) => {
      const anna = await joinAs(openDevice, server.admin, { storesApp: true });
      const other = await joinAs(openDevice, bo);
      await logAndShare(anna.page);

      await anna.goOffline();
      await log(anna.page);
      await pill(anna.page).filter({ hasText: '1 väntar' }).waitFor();
      await visit(anna.page, '/insatser');
      await expect.poll(() => anna.page.getByText('Sparad på datorn').count()).toBe(1);
      await expect.poll(() => anna.page.getByText('Delad', { exact: true }).count()).toBe(1);
      await saveShots(anna.page, 'sharing-logs-waiting');
      await visit(anna.page, '/oversikt');
      await saveShots(anna.page, 'sharing-overview-waiting');
      await visit(other.page, '/logga');
      await choice(other.page, 'Trafikkontroll').click();
      await other.page.getByText('Trafikkontroll är redan loggad den dagen.').waitFor();
      await saveShots(other.page, 'sharing-twin');
      await logAndShare(other.page);

      await anna.goOnline();
      await anna.page.evaluate(() => window.dispatchEvent(new Event('online')));
      await waitUntilShared(anna.page);
      await expect.poll(() => readFigures(anna.page), { timeout: 60_000 }).toContain('3 av 12');
      const figures = await readFigures(anna.page);
      await expect.poll(() => readFigures(other.page), { timeout: 60_000 }).toBe(figures);
      for (const { page } of [anna, other]) {
        await visit(page, '/insatser');
        await expect.poll(() => page.getByText('Delad', { exact: true }).count(), { timeout: 60_000 }).toBe(3);
      }
    });

    test('a change by one is seen by the other without doing anything', async ({ openDevice }) => {
      const anna = await joinAs(openDevice, server.admin);
      await logAndShare(anna.page);
      const other = await joinAs(openDevice, bo);
      const countShared = () => other.page.getByText('Delad', { exact: true }).count();
      await visit(other.page, '/insatser');
      await expect.poll(countShared).toBeGreaterThan(0);
      const before = await countShared();
      await logAndShare(anna.page);
      await expect.poll(countShared, { timeout: 60_000 }).toBe(before + 1);
    });
  },
);
