import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeRefusal } from '#server/node/describe-refusal.ts';
import { syncFolder } from '#server/node/durable-files.ts';
import { type EmbeddedDatabase, type EmbeddedOptions, openEmbeddedDatabase } from '#server/node/embedded-database.ts';
import { readInstanceNote, writeInstanceNote } from '#server/node/instance-note.ts';
import { proveDump } from '#server/node/prove-dump.ts';
import { createTenant, type Tenant } from '#tests/server/database/tenants.ts';
import { createDataFolder, createScratchFolder } from '#tests/support/data-folders.ts';

const now = () => Date.UTC(2026, 10, 21, 3);
/** In this process: that dumps are proven in another one is tested with processes. */
const prove = (file: string) =>
  proveDump(file).then(
    () => true,
    () => false,
  );

const attempt = (folder: string, more: Partial<EmbeddedOptions> = {}) =>
  openEmbeddedDatabase({ folder, now, prove, ...more });

async function open(folder: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
  const opening = await attempt(folder, more);
  if (opening.kind !== 'open') throw new Error(opening.kind);
  return opening.embedded;
}

const readSpace = ({ database }: EmbeddedDatabase, tenant: Tenant) =>
  database.inSpace(tenant, (tx) => tx.selectFrom('space').selectAll().executeTakeFirstOrThrow());

async function push({ database, journal }: EmbeddedDatabase, { spaceId, userId }: Tenant, id: string): Promise<void> {
  await database.inSpace({ spaceId, userId }, (tx) =>
    tx
      .insertInto('op_result')
      .values({ space: spaceId, op_id: id, user_id: userId, kind: 'applied', version: 2, original: 2, digest: '' })
      .execute(),
  );
  await journal.append({ spaceId, userId, operationIds: [id], body: { id } });
}

const readResults = ({ database }: EmbeddedDatabase, tenant: Tenant) =>
  database.inSpace(tenant, async (tx) =>
    (await tx.selectFrom('op_result').select('op_id').execute()).map(({ op_id }) => op_id).sort(),
  );

describe('the embedded database', () => {
  test('is made in an empty folder and holds what was written when it is opened again', async () => {
    using folder = createScratchFolder();
    const first = await open(folder.path);
    const tenant = await createTenant(first.database);
    await first.close();
    const second = await open(folder.path);
    const space = await readSpace(second, tenant);
    await second.close();

    expect(space.id).toBe(tenant.spaceId);
    expect(readdirSync(folder.path).sort()).toEqual(['database', 'instance.json', 'journal']);
  });

  test('is not opened twice', async () => {
    using folder = createDataFolder();
    const first = await open(folder.path);
    const second = await attempt(folder.path);
    await first.close();

    expect(second.kind).toBe('in-use');
  });

  test('acknowledges nothing more once the disk has refused to keep something', async () => {
    using folder = createDataFolder();
    let isFull = false;
    const syncFile = () => {
      if (isFull) throw new Error('No space left on device');
    };
    const embedded = await open(folder.path, { disk: { syncFile, syncFolder } });
    const tenant = await createTenant(embedded.database);
    isFull = true;
    const refused = push(embedded, tenant, randomUUID());
    await expect(refused).rejects.toThrow('No space left');
    isFull = false;
    await expect(push(embedded, tenant, randomUUID())).rejects.toThrow('No space left');
    expect(embedded.findFailure()?.message).toContain('No space left');
    await embedded.close();
  });

  test('that was copied is refused until somebody says that the copy counts; then it is another line of history', async () => {
    using folder = createDataFolder();
    using copy = createScratchFolder();
    const original = await open(folder.path);
    const tenant = await createTenant(original.database);
    const before = await readSpace(original, tenant);
    await original.close();
    cpSync(folder.path, copy.path, { recursive: true });

    const refused = await attempt(copy.path);
    const accepted = await open(copy.path, { acceptCopy: true });
    const after = await readSpace(accepted, tenant);
    await accepted.close();
    const again = await open(copy.path);
    const later = await readSpace(again, tenant);
    await again.close();

    expect(refused.kind).toBe('copied');
    expect(after.epoch).not.toBe(before.epoch);
    // The counter of the original is unknown here, so the line is that of the day: 324 since the first of January.
    expect(after.version).toBe(String(324 * 2 ** 40));
    expect(later).toEqual(after);
  });

  test('that is broken goes back to the last good dump, and plays again what was acknowledged since', async () => {
    using folder = createDataFolder();
    const embedded = await open(folder.path);
    const tenant = await createTenant(embedded.database);
    const before = await readSpace(embedded, tenant);
    const [early, late] = [randomUUID(), randomUUID()];
    await push(embedded, tenant, early);
    expect((await embedded.dump()).kind).toBe('proven');
    await push(embedded, tenant, late);
    await embedded.close();
    writeFileSync(join(folder.path, 'database', 'global', 'pg_control'), new Uint8Array(8192));

    const mended = await open(folder.path);
    const kept = await readResults(mended, tenant);
    const report = await mended.replay((entry) => push(mended, tenant, entry.operationIds[0] ?? ''));
    const whole = await readResults(mended, tenant);
    const after = await readSpace(mended, tenant);
    await mended.close();

    expect(kept).toEqual([early]);
    expect(report).toEqual({ known: 1, replayed: 1, damaged: 0 });
    expect(whole).toEqual([early, late].sort());
    expect(after.epoch).not.toBe(before.epoch);
    expect(Number(after.version)).toBeGreaterThanOrEqual(2 ** 40);
    expect(existsSync(mended.recovery?.aside ?? '')).toBe(true);
  });

  test('that is gone is not begun anew: the newest dump that opens takes its place', async () => {
    using folder = createDataFolder();
    const embedded = await open(folder.path);
    const tenant = await createTenant(embedded.database);
    const ids = [randomUUID(), randomUUID()];
    await push(embedded, tenant, ids[0] ?? '');
    await embedded.dump();
    await push(embedded, tenant, ids[1] ?? '');
    await embedded.close();
    rmSync(join(folder.path, 'database'), { recursive: true });
    writeFileSync(join(folder.path, 'dumps', '2027-01-01T00-00-00-000Z.tar.gz'), 'no dump');

    const mended = await open(folder.path);
    await mended.replay((entry) => push(mended, tenant, entry.operationIds[0] ?? ''));
    const whole = await readResults(mended, tenant);
    await mended.close();

    expect(whole).toEqual(ids.sort());
    expect(mended.recovery?.aside).toBeUndefined();
  });

  test('goes back to an older dump by command, plays again all that came after it, and says no number twice', async () => {
    using folder = createDataFolder();
    const embedded = await open(folder.path);
    const tenant = await createTenant(embedded.database);
    const first = await embedded.dump();
    if (first.kind !== 'proven') throw new Error(first.kind);
    const id = randomUUID();
    await push(embedded, tenant, id);
    const fresh = await embedded.database.inSpace(tenant, (tx) => tx.selectFrom('space').select('version').execute());
    await embedded.close();

    const versions: number[] = [];
    for (let round = 0; round < 2; round++) {
      const restored = await open(folder.path, { restore: first.file });
      expect(await readResults(restored, tenant)).toEqual([]);
      versions.push(Number((await readSpace(restored, tenant)).version));
      await restored.replay((entry) => push(restored, tenant, entry.operationIds[0] ?? ''));
      expect(await readResults(restored, tenant)).toEqual([id]);
      await restored.close();
    }

    expect(versions).toEqual([2 ** 40, 2 ** 41]);
    expect(Number(fresh[0]?.version)).toBeLessThan(2 ** 40);
  });

  test('begins the new line of history at the next start when the restore was interrupted before it', async () => {
    using folder = createDataFolder();
    const embedded = await open(folder.path);
    const tenant = await createTenant(embedded.database);
    const before = await readSpace(embedded, tenant);
    await embedded.close();
    const note = readInstanceNote(folder.path);
    writeInstanceNote(folder.path, { id: note?.id ?? '', line: 3 });

    const next = await open(folder.path);
    const after = await readSpace(next, tenant);
    await next.close();

    expect(after.epoch).not.toBe(before.epoch);
    expect(after.version).toBe(String(3 * 2 ** 40));
  });

  test('that is broken and has no dump is refused in words, and left as it is', async () => {
    using folder = createDataFolder();
    const file = join(folder.path, 'database', 'global', 'pg_control');
    writeFileSync(file, new Uint8Array(8192));

    const refused = await attempt(folder.path);
    if (refused.kind === 'open') throw new Error(refused.kind);

    expect(refused.kind).toBe('broken');
    expect(describeRefusal(refused, folder.path)).toContain(`${folder.path}/dumps`);
    expect(readdirSync(folder.path)).toEqual(['database']);
  });
});
