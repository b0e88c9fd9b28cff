/** A promise that is protected while two devices share it: the open one lets go of it, and gets it when it is closed. */
import { describe, expect } from 'vitest';
import { test } from '#tests/support/browser-test.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { encrypt, unlock } from '#tests/support/lock-device.ts';
import { joinAs, saveShots, story, waitUntilShared } from '#tests/support/share-story.ts';
import { shareStory } from '#tests/support/story-server.ts';
import { visit } from '#tests/support/walk-app.ts';

const shared = shareStory();

describe('a promise that a party protects', () => {
  test('leaves an open device, which says so, and comes when the device is closed', async ({ openDevice }) => {
    const options = { reducedMotion: 'reduce' } as const;
    const { page: desk } = await joinAs(openDevice, shared.bo, options);
    const { page: phone } = await joinAs(openDevice, shared.bo, { ...options, width: 390 });
    const { id, title } = story.promise;

    await encrypt(desk);
    await unlock(desk);
    await desk.goto(`/loften/${id}/redigera`);
    await unlock(desk);
    await desk.getByRole('combobox', { name: 'Vem får se löftet' }).selectOption({ label: 'Skyddad' });
    await desk
      .getByRole('button', { name: /^Spara/ })
      .first()
      .click();
    await desk.getByText('Löftet är sparat.').waitFor();
    await waitUntilShared(desk);

    await visit(phone, '/loften');
    await phone.getByText('Ett skyddat löfte visas inte här').waitFor();
    await phone.getByRole('link', { name: title }).waitFor({ state: 'detached' });
    expect(await findFaults(phone, '/loften, withheld')).toEqual([]);
    await saveShots(phone, 'protected-withheld');

    await encrypt(phone);
    await unlock(phone);
    await phone.goto('/loften');
    await unlock(phone);
    await phone.getByRole('link', { name: title }).first().waitFor();
    expect(await phone.getByText('Ett skyddat löfte visas inte här').count()).toBe(0);
  });
});
