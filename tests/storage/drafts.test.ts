import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discardDraft, flushDrafts, readDraft, saveDraft, settleDraft } from '#storage/drafts.ts';
import { openScratch } from './scratch-database.ts';

describe('a draft', () => {
  test('is there at once, and after the tab is gone', async () => {
    const db = openScratch();
    saveDraft(db, 'log', { note: 'tre ungdomar' });
    expect(await readDraft(db, 'log')).toEqual({ note: 'tre ungdomar' });
    await settleDraft(db, 'log');
    expect(await readDraft(openScratch({ name: db.name }), 'log')).toEqual({ note: 'tre ungdomar' });
  });

  test('holds the last keystroke, however fast they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.string()), { minLength: 1 }),
        async (strokes) => {
          const db = openScratch();
          for (const [key, value] of strokes) saveDraft(db, key, value);
          await Promise.all([settleDraft(db, 'a'), settleDraft(db, 'b')]);
          for (const key of ['a', 'b']) {
            const last = strokes.findLast(([name]) => name === key)?.[1];
            expect((await db.drafts.get(key))?.value).toBe(last);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test('that is thrown away stays away, even in the middle of a word', async () => {
    const db = openScratch();
    saveDraft(db, 'log', 'a');
    saveDraft(db, 'log', 'ab');
    await discardDraft(db, 'log');
    expect(await readDraft(db, 'log')).toBeUndefined();
    expect(await db.drafts.count()).toBe(0);
  });

  test('that waits for another to be written is handed over when the page is left', async () => {
    const db = openScratch();
    await db.open();
    saveDraft(db, 'log', 'a');
    saveDraft(db, 'log', 'ab');
    flushDrafts(db);
    // Nothing of this page runs any more; what it handed over is written in the order it was handed over.
    const reader = openScratch({ name: db.name });
    await reader.open();
    await settleDraft(db, 'log');
    expect((await reader.drafts.get('log'))?.value).toBe('ab');
  });
});
