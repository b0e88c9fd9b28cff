import { afterEach, expect, test } from 'vitest';
import { checkContents } from '#storage/backup-contents.ts';
import { commitAction } from '#storage/commit-action.ts';
import { openDatabase } from '#storage/database.ts';
import { makeDeviceKey, putLock, wrapWithPassphrase } from '#storage/device-lock.ts';
import { openRescued, writeBytes } from '#storage/rescued-rows.ts';
import { createRowCipher } from '#storage/row-cipher.ts';
import { setSealing, setSealLayer } from '#storage/row-seal.ts';
import { sealedRows } from '#storage/sealed-rows.ts';
import { salvage } from '#storage/set-aside-database.ts';
import { createStory, createTools, logWrite, toWrites } from './records.ts';
import { openScratch } from './scratch-database.ts';

const passphrase = 'fyra blå cyklar';

setSealLayer(sealedRows);
afterEach(() => setSealing('off'));

/** A device that keeps its rows closed, as the text that is rescued of it. */
async function rescue() {
  const key = makeDeviceKey();
  setSealing(createRowCipher(key));
  const db = openDatabase({ name: `rescued-${crypto.randomUUID()}` });
  const lock = {
    ways: [await wrapWithPassphrase(key, passphrase)],
    complete: true,
    minutes: 10,
    language: 'sv',
  } as const;
  await putLock(db, lock);
  const story = createStory();
  const log = story.log({ note: 'Kanariefågel' });
  await commitAction(db, { label: 'record-created', writes: [...toWrites(story), logWrite(log)] }, createTools());
  db.close();
  const { tables } = await salvage(db.name);
  await db.delete();
  setSealing('off');
  const text = JSON.stringify(tables, writeBytes);
  return {
    text,
    log,
    tables: new Map(Object.entries(JSON.parse(text) as Readonly<Record<string, readonly unknown[]>>)),
  };
}

function check(tables: ReadonlyMap<string, readonly unknown[]>) {
  const checking = checkContents({ format: 'rescue', schema: undefined, history: undefined });
  for (const [table, rows] of tables) checking.take(table, rows);
  return checking.finish();
}

test('what was rescued of a closed device is restored with the passphrase of the device, and with nothing else', async () => {
  const db = openScratch();
  const { text, tables, log } = await rescue();
  expect(text).not.toContain('Kanariefågel');
  expect(check(tables)).toMatchObject({ kind: 'fault' });
  expect(await openRescued(tables, db)).toEqual({ kind: 'sealed' });
  expect(await openRescued(tables, db, 'fem gula bussar')).toEqual({ kind: 'wrong-passphrase' });

  const opened = await openRescued(tables, db, passphrase);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const checked = check(opened.tables);
  if (checked.kind !== 'checked') throw new Error(JSON.stringify(checked));
  expect(checked.contents.broken).toBe(0);
  expect(checked.contents.rows.get('progressLogs')).toMatchObject([{ id: log.id, note: 'Kanariefågel' }]);
});

test.each([
  ['as texts', JSON.stringify],
  ['as older versions kept them', (logs: unknown) => logs],
])('logs in packs come back, %s, and what is no pack brings none', (_, toLogs) => {
  const story = createStory();
  const [first, second] = [story.log(), story.log()];
  const rows = new Map<string, unknown[]>();
  for (const write of toWrites(story)) {
    if (write.kind === 'create') rows.set(write.table, [...(rows.get(write.table) ?? []), write.record]);
  }
  rows.set('logPacks', [{ promiseId: story.promise.id, logs: toLogs([first, second]) }, { logs: '[{' }, null]);
  const checked = check(rows);
  if (checked.kind !== 'checked') throw new Error(JSON.stringify(checked));
  expect(checked.contents.rows.get('progressLogs')).toMatchObject([{ id: first.id }, { id: second.id }]);
});

test('a row that was damaged is left out, and the others come', async () => {
  const { tables, log } = await rescue();
  const logs = tables.get('progressLogs') as readonly { readonly sealed: { readonly bytes: string } }[];
  const damaged = logs.map((row) => ({ ...row, sealed: { bytes: row.sealed.bytes.replace(/^.{8}/, 'AAAAAAAA') } }));
  const opened = await openRescued(new Map([...tables, ['progressLogs', damaged]]), openScratch(), passphrase);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const checked = check(opened.tables);
  if (checked.kind !== 'checked') throw new Error(JSON.stringify(checked));
  expect(checked.contents.broken).toBe(1);
  expect(checked.contents.rows.get('promises')).toMatchObject([{ id: log.promiseId }]);
});
