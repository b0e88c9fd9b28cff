import { afterEach, expect, test } from 'vitest';
import { parseFilters } from '#features/logs/log-filters.ts';
import { parseView } from '#features/overview/overview-filters.ts';
import { openDatabase } from '#storage/database.ts';
import { readSettings } from '#storage/settings.ts';
import { runHostileJson } from '#tests/fuzz/hostile-json.ts';
import { makeHostileTexts } from './hostile-texts.ts';

afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

test('JSON that is made to do harm is refused at every door, in words and without a changed prototype', async () => {
  const { complaints, refused, cases } = await runHostileJson({ cases: 300, seed: 1, watch: () => 0 });
  expect(complaints).toEqual([]);
  expect(refused).toBe(cases);
});

test('what an address says is looked up and never followed', () => {
  for (const text of [...makeHostileTexts(9, 300), '__proto__', 'constructor', '__proto__[polluted]']) {
    const search = new URLSearchParams();
    for (const name of ['sok', 'vy', 'lage', 'aktivitet', 'mal', 'lofte', 'part', '__proto__', text])
      search.append(name, text);
    expect(Object.getPrototypeOf(parseFilters(search))).toBe(Object.prototype);
    expect(['goals', 'parties', 'municipalities', 'rhythm', 'all']).toContain(parseView(search));
  }
});

test('settings that something else has written are at their default', async () => {
  const db = openDatabase({ name: 'hostile-settings' });
  const value = JSON.parse(
    '{"language":"__proto__","theme":{"a":1},"profiles":{"__proto__":[]},"__proto__":{"sun":true}}',
  );
  await db.settings.put({ key: 'device', value });
  expect(await readSettings(db)).toMatchObject({ language: 'sv', theme: 'system', profiles: [], sun: false });
  await db.delete();
});
