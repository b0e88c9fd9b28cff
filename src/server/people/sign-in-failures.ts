import type { Tx } from '#server/database/server-database.ts';
import { addFailure, computeWait, type Failures, lockOuts, noFailures } from './lock-out.ts';
import type { People } from './people.ts';
import { hashText } from './tokens.ts';

/** What wrong passwords are counted by. Names that nobody has are counted like others, or the lock would tell them apart. */
export interface AttemptKeys {
  readonly name: string;
  readonly address: string;
}

const dayLong = 86_400_000;

/** Milliseconds until an attempt with this name from this address is looked at; 0 when it is now. */
export async function readWait(people: People, keys: AttemptKeys): Promise<number> {
  const hashes = await hashKeys(keys);
  const found = await people.database.outsideSpaces((tx) => readFailures(tx, [hashes.name, hashes.address]));
  return Math.max(...[...found.values()].map((failures) => computeWait(failures, people.ports.now())), 0);
}

/** Counts one wrong password, for the name and for the address. Two at once count as two: the rows are locked. */
export async function countFailure(people: People, keys: AttemptKeys): Promise<void> {
  const hashes = await hashKeys(keys);
  const now = people.ports.now();
  await people.database.outsideSpaces(async (tx) => {
    await tx
      .deleteFrom('sign_in_failure')
      .where('since', '<', String(now - dayLong))
      .execute();
    // Always in the same order, so that two of them cannot wait for each other.
    for (const kind of ['address', 'name'] as const) {
      const row = { key: hashes[kind], count: 0, since: now, locked_until: 0 };
      await tx
        .insertInto('sign_in_failure')
        .values(row)
        .onConflict((on) => on.column('key').doNothing())
        .execute();
      const before = (await readFailures(tx, [hashes[kind]])).get(hashes[kind]) ?? noFailures;
      const { count, since, lockedUntil } = addFailure(before, now, lockOuts[kind]);
      await tx
        .updateTable('sign_in_failure')
        .set({ count, since, locked_until: lockedUntil })
        .where('key', '=', hashes[kind])
        .execute();
    }
  });
}

/** Forgets what was counted for a name: its password was right, or is a new one. The address keeps its count. */
export async function forgetFailures(tx: Tx, name: string): Promise<void> {
  await tx
    .deleteFrom('sign_in_failure')
    .where('key', '=', await hashText(`name ${name}`))
    .execute();
}

async function readFailures(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, Failures>> {
  const rows = await tx.selectFrom('sign_in_failure').selectAll().where('key', 'in', keys).forUpdate().execute();
  return new Map(
    rows.map(({ key, count, since, locked_until }) => [
      key,
      { count, since: Number(since), lockedUntil: Number(locked_until) },
    ]),
  );
}

/** Neither names nor addresses are kept: a list of who tried to come in is nobody's business. */
const hashKeys = async ({ name, address }: AttemptKeys) => ({
  name: await hashText(`name ${name}`),
  address: await hashText(`address ${address}`),
});
