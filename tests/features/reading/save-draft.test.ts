import { expect, test } from 'vitest';
import { addRow, beginEditing, confirmAll, throwRow } from '#features/reading/edit-draft.ts';
import { readingDraftKey, saveDraft } from '#features/reading/save-draft.ts';
import { readActivities } from '#storage/activities.ts';
import { saveDraft as keepDraft, readDraft } from '#storage/drafts.ts';
import { readGoals } from '#storage/goals.ts';
import { readPromise } from '#storage/promises.ts';
import { createServices } from '#tests/features/promises/promise-services.ts';
import { madeUpDraft } from './made-up-draft.ts';

const begun = beginEditing(madeUpDraft);

test('everything that was kept is saved in one action, which clears the draft', async () => {
  const services = createServices();
  const edited = confirmAll(throwRow(begun, 'a3'));
  keepDraft(services.db, readingDraftKey, { step: 'draft', text: '' });
  const outcome = await saveDraft(services, edited);
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);

  expect(await readPromise(services.db, outcome.promiseId)).toMatchObject({
    title: 'Medborgarlöfte 2026 Vikarby',
    status: 'draft',
    originalText: madeUpDraft.originalText,
  });
  expect(await readActivities(services.db, outcome.promiseId)).toHaveLength(2);
  expect(await readGoals(services.db, outcome.promiseId)).toHaveLength(4);
  expect(await readDraft(services.db, readingDraftKey)).toBeUndefined();
  const actions = new Set((await services.db.history.toArray()).map(({ tx }) => tx));
  expect([...actions]).toEqual([outcome.tx]);
});

test('personal data is saved nowhere', async () => {
  const services = createServices();
  const { edited } = addRow(begun, 'activity', 'Samtal med 19850709-9805');
  expect(await saveDraft(services, edited)).toMatchObject({
    kind: 'personal-data',
    found: [{ match: '19850709-9805' }],
  });
  expect(await services.db.promises.count()).toBe(0);
});

test('a page that is too large is offered to be saved without what surrounds the promise', async () => {
  const services = createServices();
  const text = `${madeUpDraft.originalText}\n${'Meny och annat. '.repeat(5000)}`;
  const edited = beginEditing({ ...madeUpDraft, originalText: text });
  expect(await saveDraft(services, edited)).toEqual({ kind: 'too-long', fitsAlone: true });
  const outcome = await saveDraft(services, edited, { onlyPart: true });
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  expect((await readPromise(services.db, outcome.promiseId))?.originalText).toBe(madeUpDraft.originalText);
});
