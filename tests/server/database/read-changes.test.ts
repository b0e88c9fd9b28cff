import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toScopeKey } from '#domain/delivery/scope-key.ts';
import { readChanges } from '#server/database/read-changes.ts';
import type { ServerDatabase, SpaceIdentity, Tx } from '#server/database/server-database.ts';
import type { ChangedRow } from '#server/exchange/space-store.ts';
import { createRandom } from '#tests/simulation/random.ts';
import { engines, openTestDatabase } from '#tests/support/server-databases.ts';

const scopes = Array.from({ length: 9 }, () => randomUUID());
const [first = ''] = scopes;
const limit = 12;

/** How the changes lie among the scopes: which scope has the one of a version. */
const spreads: Readonly<Record<string, (random: ReturnType<typeof createRandom>, version: number) => string>> = {
  'evenly spread': (random) => random.pick(scopes),
  'nearly all in one scope': (random) => (random.chance(0.9) ? first : random.pick(scopes)),
  'one scope after the other': (_, version) => scopes[Math.floor((version - 1) / 20) % scopes.length] ?? first,
};

interface Change {
  readonly id: string;
  readonly version: number;
  readonly scope: string;
  readonly isErased: boolean;
}

const putChange = (tx: Tx, space: string, { id, version, scope, isErased }: Change) =>
  isErased
    ? tx.insertInto('erasure').values({ space, tbl: 'comments', id, scope, version, decision_ref: 'D 1' }).execute()
    : tx
        .insertInto('record')
        .values({ space, tbl: 'progressLogs', id, scope, version, fields: `{"note":"å ${version}"}` })
        .execute();

async function fill(database: ServerDatabase, identity: SpaceIdentity, changes: readonly Change[]): Promise<void> {
  const { spaceId, userId } = identity;
  await database.inSpace(identity, async (tx) => {
    await tx.insertInto('space').values({ id: spaceId, epoch: randomUUID() }).execute();
    for (const scope of scopes) {
      const member = { space: spaceId, user_id: userId, scope, role: 'editor', lens: 'full', version: 0 };
      await tx.insertInto('member').values(member).execute();
    }
    for (const change of changes) await putChange(tx, spaceId, change);
  });
}

const readPage = (database: ServerDatabase, identity: SpaceIdentity, after: number) => {
  const wanted = scopes.map((id) => ({ promiseId: id, key: toScopeKey(id, 'full'), after, deletedAfter: after }));
  return database.readSpace(identity, (tx) => readChanges(tx, identity.spaceId, wanted, limit));
};

const nameChange = (change: ChangedRow) =>
  'row' in change
    ? { id: change.row.id, version: change.row.version, note: change.row.note }
    : { id: change.erased.id, version: change.version, note: undefined };

describe.each(engines)('on %s', (engine) => {
  test.each(Object.keys(spreads))('pages of changes that are %s hold every change once, in order', async (name) => {
    const { database, drop } = await openTestDatabase(engine);
    onTestFinished(drop);
    const random = createRandom(7);
    const changes = Array.from({ length: 150 }, (_, index): Change => {
      const scope = spreads[name]?.(random, index + 1) ?? first;
      return { id: randomUUID(), version: index + 1, scope, isErased: random.chance(0.1) };
    });
    const identity = { spaceId: randomUUID(), userId: randomUUID() };
    await fill(database, identity, changes);
    const seen: ReturnType<typeof nameChange>[] = [];
    for (let length = limit; length >= limit; ) {
      const page = await readPage(database, identity, seen.at(-1)?.version ?? 0);
      length = page.length;
      seen.push(...page.map(nameChange));
    }
    expect(seen).toEqual(
      changes.map(({ id, version, isErased }) => ({ id, version, note: isErased ? undefined : `å ${version}` })),
    );
  });
});
