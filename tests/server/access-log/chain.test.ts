import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteAccessAlone } from '#server/access-log/note-access.ts';
import { tellAnchors } from '#server/access-log/tell-anchors.ts';
import { toCutoff, trimLog } from '#server/access-log/trim-log.ts';
import { readAnchor, verifyChain } from '#server/access-log/verify-chain.ts';
import { beginHistoryLine } from '#server/database/begin-history-line.ts';
import type { LogEntry } from '#server/guard/log-line.ts';
import { createTenant, type Tenant } from '#tests/server/database/tenants.ts';
import { engines, openTestDatabase, type TestDatabase } from '#tests/support/server-databases.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);

describe.each(engines)('the chain of the log on %s', (engine) => {
  let ground: TestDatabase;
  let tenant: Tenant;

  /** Ten rows, one a day, in a tenant that somebody can sign in to. */
  async function fill(): Promise<Tenant> {
    const made = await createTenant(ground.database);
    await ground.look(
      "INSERT INTO sign_in_name (name, space_id, user_id, password, changed_at) VALUES ($1, $2, $3, '', 0)",
      [made.userId, made.spaceId, made.userId],
    );
    for (let count = 0; count < 10; count += 1) {
      const facts = { what: 'table', note: 'rad\n"två" å 🙂', count };
      await noteAccessAlone(ground.database, made, { event: 'exported', at: start + count * day, facts });
    }
    return made;
  }
  const check = (anchors: readonly string[] = []) =>
    verifyChain(
      ground.database,
      tenant.spaceId,
      anchors.flatMap((text) => readAnchor(text) ?? []),
    );
  const change = (sql: string) => ground.look(sql.replace('$space', `'${tenant.spaceId}'`));
  async function readAnchors(): Promise<readonly string[]> {
    const entries: LogEntry[] = [];
    await tellAnchors(ground.database, (entry) => entries.push(entry));
    return entries.map(({ anchor }) => String(anchor)).filter((anchor) => anchor.startsWith(tenant.spaceId));
  }

  beforeAll(async () => {
    ground = await openTestDatabase(engine);
  });
  afterAll(() => ground.drop());

  test('is whole as it was written, by a computation of its own', async () => {
    tenant = await fill();

    expect(await check(await readAnchors())).toMatchObject({ rows: 10, faults: [], restores: [], last: { n: 10 } });
  });

  test.each([
    ['what it says', `UPDATE access_log SET facts = '{}' WHERE space = $space AND n = 4`],
    ['when', `UPDATE access_log SET at = at + 1 WHERE space = $space AND n = 4`],
    ['who', `UPDATE access_log SET who = NULL WHERE space = $space AND n = 4`],
    ['about whom', `UPDATE access_log SET about = space WHERE space = $space AND n = 4`],
    ['what kind it is', `UPDATE access_log SET event = 'read' WHERE space = $space AND n = 4`],
    ['its hash', `UPDATE access_log SET hash = repeat('0', 64) WHERE space = $space AND n = 4`],
  ])('tells the row in which somebody has changed %s', async (_what, sql) => {
    tenant = await fill();
    await change(sql);
    const { faults } = await check();

    expect(faults[0]).toEqual({ kind: 'altered', n: 4 });
  });

  test('tells a changed row also when its own hash was computed anew', async () => {
    tenant = await fill();
    await change(`
      UPDATE access_log AS log SET facts = '{}', hash = encode(sha256(convert_to(concat_ws(E'\\n',
        (SELECT hash FROM access_log WHERE space = log.space AND n = 3), space, n, at, coalesce(who::text, ''),
        coalesce(about::text, ''), event, '{}'), 'UTF8')), 'hex')
      WHERE space = $space AND n = 4
    `);

    expect((await check()).faults).toEqual([{ kind: 'altered', n: 5 }]);
  });

  test('tells that rows are gone, in the middle and at the beginning', async () => {
    tenant = await fill();
    await change('DELETE FROM access_log WHERE space = $space AND n IN (1, 6, 7)');

    expect((await check()).faults).toEqual([
      { kind: 'missing', n: 1 },
      { kind: 'missing', n: 6 },
    ]);
  });

  test('tells that the newest rows are gone, or all were written anew, by what was told outside', async () => {
    tenant = await fill();
    const anchors = await readAnchors();
    await change('DELETE FROM access_log WHERE space = $space AND n > 8');
    const cut = await check(anchors);
    await noteAccessAlone(ground.database, tenant, { event: 'exported', at: start });
    await noteAccessAlone(ground.database, tenant, { event: 'exported', at: start });
    const anew = await check(anchors);

    expect(anchors).toHaveLength(1);
    expect((await check()).faults).toEqual([]);
    expect(cut.faults).toEqual([{ kind: 'missing', n: 10 }]);
    expect(anew.faults).toEqual([{ kind: 'not-as-told', n: 10 }]);
  });

  test('holds across a trimming, which says where it begins now', async () => {
    tenant = await fill();
    const now = start + 40 * day;
    expect(await trimLog(ground.owner, start + 4 * day, now)).toBeGreaterThanOrEqual(4);
    const trimmed = await check();
    await trimLog(ground.owner, now + 1, now);
    const all = await check();
    await noteAccessAlone(ground.database, tenant, { event: 'exported', at: now });

    expect(trimmed).toMatchObject({ rows: 7, faults: [], last: { n: 11 } });
    expect(all).toMatchObject({ rows: 1, faults: [], last: { n: 12 } });
    expect(await check()).toMatchObject({ rows: 2, faults: [], last: { n: 13 } });
    await change('DELETE FROM access_log WHERE space = $space AND n = 12');
    expect((await check()).faults).toEqual([{ kind: 'missing', n: 1 }]);
  });

  test('goes on after a copy was brought back, and says what it lacks', async () => {
    tenant = await fill();
    await beginHistoryLine(ground.owner, 7, start + 30 * day);
    await noteAccessAlone(ground.database, tenant, { event: 'exported', at: start + 31 * day });

    expect(await check()).toMatchObject({
      ...{ rows: 12, faults: [] },
      restores: [{ n: 11, at: start + 30 * day, since: start + 9 * day }],
    });
  });

  test('nobody who serves requests says number or hash of a row', async () => {
    for (const columns of ['n', 'hash']) {
      const attempt = ground.database.inSpace(tenant, (tx) =>
        tx
          .insertInto('access_log')
          .values({ space: tenant.spaceId, at: 1, event: 'read', facts: '{}', [columns]: '1' } as never)
          .execute(),
      );
      await expect(attempt).rejects.toThrow(/permission denied/);
    }
  });

  test('months are counted back by the calendar', () => {
    expect(new Date(toCutoff(Date.UTC(2026, 10, 22), 12)).toISOString()).toBe('2025-11-22T00:00:00.000Z');
  });
});
