import { expect, test } from 'vitest';
import type { Language } from '#domain/wording/locale.ts';
import { findBreakouts } from './find-breakouts.ts';
import { makeHostileTexts, takeInTurn } from './hostile-texts.ts';
import { createFill, writeEverything } from './write-everything.ts';

const harmless = () => createFill(takeInTurn(['Torget', 'Två ord', 'Rad ett\nrad två', 'Lugnt <lite>']), 'saved');

test.each<Language>(['sv', 'en'])('no text becomes anything else in any file, in %s', async (language) => {
  const calm = await writeEverything(harmless(), language);
  for (const [seed, fidelity] of [
    [1, 'saved'],
    [2, 'sent'],
  ] as const) {
    const files = await writeEverything(createFill(takeInTurn(makeHostileTexts(seed, 900)), fidelity), language);
    const found = findBreakouts(calm, files);
    expect(found.filter((one) => fidelity === 'saved' || !one.includes('turns words'))).toEqual([]);
  }
});
