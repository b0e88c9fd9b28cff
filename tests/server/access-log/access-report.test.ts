import '#tests/support/node-storage.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AccessReportAnswer, accessReportAnswerSchema } from '#protocol/access-log.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { type Device, joinServer } from '#tests/simulation/exchange-ground.ts';
import { createStory, createTools, logWrite, toWrites } from '#tests/storage/records.ts';
import { reachRoutes } from '#tests/support/reach-routes.ts';
import { engines } from '#tests/support/server-databases.ts';
import { type Browser, openTestServer, password } from '#tests/support/test-server.ts';

async function readReport(browser: Browser, from: number, to: number): Promise<AccessReportAnswer> {
  const { status, body } = await browser.ask('GET', `/api/log/report?from=${from}&to=${to}`);
  expect(status).toBe(200);
  return accessReportAnswerSchema.parse(body);
}

let series = 500;
async function share(device: Device, ...writes: readonly Write[]): Promise<void> {
  series += 1;
  await commitAction(device.db, { label: 'record-created', writes: [...writes] }, createTools(series));
  await device.exchange();
}

const export_ = (promiseId?: string) => ({ body: { what: 'table', format: 'csv', ...(promiseId && { promiseId }) } });

describe.each(engines)('the report of access on %s', (engine) => {
  test('counts for each account and promise what the log tells, within the span and nothing else', async () => {
    const server = await openTestServer(engine);
    onTestFinished(server.drop);
    const { browser, me } = await server.setUp();
    const { clock } = server;
    const [one, two] = [createStory(), createStory(4000)];
    const first = await joinServer(reachRoutes(browser, me.user.id), 1);
    await share(first, ...toWrites(one));
    await share(first, ...toWrites(two));
    const grants = [one, two].map(({ promise }) => ({ scope: promise.id, role: 'editor', lens: 'full' }) as const);
    const bo = await server.letIn(browser, 'Bo', grants);
    await bo.browser.ask('POST', '/api/log/exports', export_(one.promise.id));

    clock.now += 1000;
    const from = clock.now;
    const name = { name: 'bo@example.se', password, sharedDevice: false };
    expect((await bo.browser.ask('POST', '/api/session', { body: name })).status).toBe(200);
    const device = await joinServer(reachRoutes(bo.browser, bo.me.user.id), 2);
    await device.exchange();
    await share(device, logWrite(one.log()), logWrite(one.log()));
    await share(device, logWrite(one.log()));
    // Two promises in one action: whose each row is, the log does not say.
    await share(device, logWrite(one.log()), logWrite(two.log()));
    // Refused: an editor decides nothing about disposal.
    const fields = { retention: { rules: [], orders: [] } };
    const writes: Write[] = [{ kind: 'set', table: 'promises', id: one.promise.id, fields }];
    await commitAction(device.db, { label: 'record-changed', writes }, createTools(802));
    await device.exchange();
    for (const promiseId of [one.promise.id, two.promise.id, undefined])
      await bo.browser.ask('POST', '/api/log/exports', export_(promiseId));
    await bo.browser.ask('GET', '/api/session/extract');
    clock.now += 1000;
    const to = clock.now;
    await bo.browser.ask('POST', '/api/log/exports', export_(one.promise.id));

    const report = await readReport(browser, from, to);
    const ofBo = report.rows.filter(({ who }) => who === bo.me.user.id);
    const scoped = (scope: string | null) => ofBo.find((row) => row.scope === scope);
    expect(scoped(one.promise.id)).toMatchObject({ signIns: 0, changes: 3, exports: 1 });
    expect(scoped(two.promise.id)).toMatchObject({ signIns: 0, changes: 0, exports: 1 });
    // The extract is a look that is about no promise.
    expect(scoped(null)).toMatchObject({ signIns: 1, reads: 1, changes: 2, exports: 1 });
    expect(scoped(one.promise.id)?.reads).toBeGreaterThan(0);
    expect(scoped(two.promise.id)?.reads).toBe(scoped(one.promise.id)?.reads);
    expect(report.names).toEqual({ [me.user.id]: 'Admin', [bo.me.user.id]: 'Bo' });
    expect(report.since).toBeLessThan(from);
    expect(JSON.stringify(report)).not.toContain(one.promise.title);
  });

  test('is for who administers the space, is told in the log, and knows nothing of other tenants', async () => {
    const server = await openTestServer(engine);
    onTestFinished(server.drop);
    const { browser, me } = await server.setUp();
    const bo = await server.letIn(browser, 'Bo', [{ scope: me.space.id, role: 'editor', lens: 'full' }]);
    const path = '/api/log/report?from=0&to=999999999999999';
    expect((await bo.browser.ask('GET', path)).status).toBe(404);
    expect((await browser.ask('GET', '/api/log/report?from=0')).status).toBe(404);
    const { rows } = await readReport(browser, 0, 999_999_999_999_999);
    expect(new Set(rows.map(({ who }) => who))).toEqual(new Set([me.user.id]));
    const log = (await browser.ask('GET', '/api/log')).body as { entries: readonly { event: string; facts: object }[] };
    const told = log.entries.filter(({ event }) => event === 'log-read');
    expect(told.map(({ facts }) => facts)).toContainEqual({ from: 0, to: 999_999_999_999_999, report: true });
    const other = crypto.randomUUID();
    await server.look("INSERT INTO access_log (space, at, who, event, facts) VALUES ($1, 5, $2, 'sign-in', '{}')", [
      other,
      me.user.id,
    ]);
    expect((await readReport(browser, 5, 6)).rows).toEqual([]);
  });
});
