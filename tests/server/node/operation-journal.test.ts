import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JournalEntry, openJournal, readJournal } from '#server/node/operation-journal.ts';
import { createScratchFolder } from '#tests/support/data-folders.ts';

const toEntry = (body: unknown): JournalEntry => ({ spaceId: 's', userId: 'u', operationIds: ['o'], body });
const day = () => '2026-11-21';
const bodies = async (folder: string, from?: string) =>
  (await readJournal(folder, from)).entries.map(({ body }) => body);

describe('the journal', () => {
  test('gives back whatever was appended, in order, also what was appended at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 20 }), async (values) => {
        using folder = createScratchFolder();
        const journal = await openJournal(folder.path, day);
        await Promise.all(values.map((value) => journal.append(toEntry(value))));
        await journal.close();

        const { entries, damaged } = await readJournal(folder.path);
        expect(damaged).toBe(0);
        expect(JSON.stringify(entries.map(({ body }) => body))).toBe(JSON.stringify(values));
      }),
      { numRuns: 40 },
    );
  });

  test('cut anywhere in its last line gives the lines before, and can be gone on with', async () => {
    using folder = createScratchFolder();
    const file = join(folder.path, '2026-11-21.jsonl');
    const journal = await openJournal(folder.path, day);
    await journal.append(toEntry('first'));
    const whole = readFileSync(file).length;
    await journal.append(toEntry('second'));
    await journal.close();
    const text = readFileSync(file);

    for (let length = whole; length < text.length - 1; length++) {
      writeFileSync(file, text);
      truncateSync(file, length);
      expect(await bodies(folder.path)).toEqual(['first']);

      const again = await openJournal(folder.path, day);
      await again.append(toEntry('third'));
      await again.close();
      expect(await readJournal(folder.path)).toEqual({ entries: [toEntry('first'), toEntry('third')], damaged: 0 });
    }
  });

  test('says how many lines are no longer what was written, and gives the others', async () => {
    using folder = createScratchFolder();
    const journal = await openJournal(folder.path, day);
    for (const body of ['first', 'second', 'third']) await journal.append(toEntry(body));
    await journal.close();
    const file = join(folder.path, '2026-11-21.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('second', 'sacond'));

    const { entries, damaged } = await readJournal(folder.path);

    expect([entries.map(({ body }) => body), damaged]).toEqual([['first', 'third'], 1]);
  });

  test('begins a file a day, and forgets days that are asked to be forgotten', async () => {
    using folder = createScratchFolder();
    let today = '2026-11-20';
    const journal = await openJournal(folder.path, () => today);
    await journal.append(toEntry(20));
    today = '2026-11-21';
    await journal.append(toEntry(21));

    expect(readdirSync(folder.path)).toEqual(['2026-11-20.jsonl', '2026-11-21.jsonl']);
    expect(await bodies(folder.path, '2026-11-21')).toEqual([21]);
    await journal.prune('2026-11-21');
    await journal.close();
    expect(await bodies(folder.path)).toEqual([21]);
  });

  test('that does not exist, or holds other files, has no entries', async () => {
    using folder = createScratchFolder();
    appendFileSync(join(folder.path, 'notes.txt'), 'x');

    expect(await bodies(join(folder.path, 'nowhere'))).toEqual([]);
    expect(await bodies(folder.path)).toEqual([]);
  });
});
