import { expect, inject, test } from 'vitest';
import { lookIntoFolder } from '#tests/server/kill/look-into.ts';
import { createDataFolder, createScratchFolder } from '#tests/support/data-folders.ts';
import { killBrowser } from './kill-browser.ts';

/** A sample of `npm run proof:kill -- --browser`, which does it as often as it is asked. */
test('a browser killed while it saves and shares has everything that it said was saved, once, and so has the server', async () => {
  using folder = createDataFolder();
  using profile = createScratchFolder();

  const { acknowledged, violations } = await killBrowser({
    ...{ executablePath: inject('chromiumPath'), profile: profile.path, kills: 3, seed: 3 },
    ...{ settings: { MLO_DATA: folder.path }, look: lookIntoFolder(folder.path) },
  });

  expect(violations).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
});
