import { expect, test } from 'vitest';
import { parseDeviationForm, toDeviationForm } from '#features/goals/deviation-form.ts';
import { removeNote, restoreNote, saveNote } from '#features/notes/save-note.ts';
import { aloneSharing, type Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';
import { readDeviation, readDeviations } from '#storage/deviations.ts';
import { readDraft, saveDraft } from '#storage/drafts.ts';
import { createStory, createTools } from '#tests/storage/records.ts';
import { openScratch } from '#tests/storage/scratch-database.ts';

const draftKey = 'deviation:test';

async function begin() {
  const db = openScratch();
  const { now, newId } = createTools(7);
  const today = () => '2026-11-21';
  const appVersion = {
    subscribe: () => () => undefined,
    getState: () => 'unsupported' as const,
    applyUpdate: () => undefined,
  };
  const services: Services = { db, clock: { now, today }, newId, appVersion, sharing: aloneSharing };
  const { promise, goals } = createStory();
  await commitAction(
    db,
    { label: 'record-created', writes: [{ kind: 'create', table: 'promises', record: promise }] },
    { now, newId },
  );
  const parse = (changes: Partial<ReturnType<typeof toDeviationForm>>, id = newId()) =>
    parseDeviationForm(
      { ...toDeviationForm(today()), cause: 'weather', effect: 'En kväll ställdes in.', ...changes },
      [{ table: 'goals', id: goals[0].id }],
      { id, promiseId: promise.id, createdAt: '2026-11-21T08:00:00.000+01:00', now: now() },
    );
  return { services, promise, parse };
}

const draftOnly = { table: 'deviations', screened: [], draftKey } as const;

test('a note is saved and its draft is gone', async () => {
  const { services, promise, parse } = await begin();
  saveDraft(services.db, draftKey, { effect: 'En kväll' });
  expect(await saveNote(services, { ...draftOnly, parsed: parse({}) })).toEqual({ kind: 'saved' });
  expect(await readDeviations(services.db, promise.id)).toMatchObject([{ effect: 'En kväll ställdes in.' }]);
  expect(await readDraft(services.db, draftKey)).toBeUndefined();
});

test('what the screening stops is not saved, and the draft is kept', async () => {
  const { services, promise, parse } = await begin();
  saveDraft(services.db, draftKey, { effect: 'hemligt' });
  const screened = [{ path: 'effect', code: 'personal-data' }];
  expect(await saveNote(services, { ...draftOnly, parsed: parse({}), screened })).toEqual({
    kind: 'invalid',
    issues: screened,
  });
  expect(await readDeviations(services.db, promise.id)).toEqual([]);
  expect(await readDraft(services.db, draftKey)).toEqual({ effect: 'hemligt' });
});

test('a field that was emptied is gone after the change, and the others stand', async () => {
  const { services, promise, parse } = await begin();
  await saveNote(services, { ...draftOnly, parsed: parse({ to: '2026-11-22', action: 'Ny kväll i december.' }) });
  const [base] = await readDeviations(services.db, promise.id);
  await saveNote(services, { ...draftOnly, parsed: parse({ action: 'Ny kväll i december.' }, base?.id), base });
  const [changed] = await readDeviations(services.db, promise.id);
  expect(changed).not.toHaveProperty('to');
  expect(changed).toMatchObject({ id: base?.id, action: 'Ny kväll i december.', effect: 'En kväll ställdes in.' });
});

test('a removed note can be brought back as it was', async () => {
  const { services, promise, parse } = await begin();
  await saveNote(services, { ...draftOnly, parsed: parse({}) });
  const [note] = await readDeviations(services.db, promise.id);
  const id = note?.id ?? '';
  await removeNote(services, 'deviations', id);
  expect(await readDeviations(services.db, promise.id)).toEqual([]);
  await restoreNote(services, 'deviations', id);
  expect(await readDeviation(services.db, id)).toMatchObject({ effect: 'En kväll ställdes in.' });
  expect(await readDeviations(services.db, promise.id)).toHaveLength(1);
});
