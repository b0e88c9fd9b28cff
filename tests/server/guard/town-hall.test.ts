import { expect, onTestFinished, test } from 'vitest';
import { rates } from '#server/guard/token-buckets.ts';
import { openTestServer, type TestServer } from '#tests/support/test-server.ts';

const peer = '203.0.113.7';

async function openTownHall() {
  const server = await openTestServer('pglite', []);
  onTestFinished(server.drop);
  const { browser, me } = await server.setUp();
  // The minute of the setting up is over.
  server.clock.now += 120_000;
  return { ...server, browser, me };
}

/** How many of so many strangers' requests are answered. */
async function countAnswered({ app }: Pick<TestServer, 'app'>, requests: number): Promise<number> {
  const ask = () => app.request('http://localhost:4173/api/status', {}, { peer });
  const answers = await Promise.all(Array.from({ length: requests }, ask));
  return answers.filter(({ status }) => status !== 429).length;
}

test('those who are signed in do not use up what strangers may ask from their address', async () => {
  const hall = await openTownHall();
  for (let count = 0; count < 50; count += 1) {
    expect((await hall.browser.ask('GET', '/api/session', { peer })).status).toBe(200);
  }
  expect(await countAnswered(hall, rates.address.burst + 5)).toBe(rates.address.burst);
});

test('a secret that opens nothing counts as a stranger’s', async () => {
  const hall = await openTownHall();
  const headers = { cookie: `mlo-session=${'A'.repeat(43)}` };
  for (let count = 0; count < 50; count += 1) {
    expect((await hall.openBrowser().ask('GET', '/api/session', { peer, headers })).status).toBe(200);
  }
  expect(await countAnswered(hall, rates.address.burst)).toBe(rates.address.burst - 50);
});

test('one session that asks too much is told to wait, and its neighbour is not', async () => {
  const hall = await openTownHall();
  const neighbour = await hall.letIn(hall.browser, 'Bo', [{ scope: hall.me.space.id, role: 'editor', lens: 'full' }]);
  hall.clock.now += 120_000;
  for (let count = 0; count < rates.session.burst; count += 1) await hall.browser.ask('GET', '/api/session', { peer });
  for (let count = 0; count < rates.address.burst; count += 1) {
    expect((await hall.browser.ask('GET', '/api/session', { peer })).status).toBe(429);
  }
  expect((await neighbour.browser.ask('GET', '/api/session', { peer })).status).toBe(200);
});
