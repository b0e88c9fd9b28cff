import { describe, expect } from 'vitest';
import { fillState } from '#tests/hostile/fill-state.ts';
import { makeHostileTexts, takeInTurn } from '#tests/hostile/hostile-texts.ts';
import { walkHostile } from '#tests/hostile/walk-hostile.ts';
import { sampleNow, test } from '#tests/support/sample-test.ts';

/** Every place in one of the three ways; `npm run proof:pages` goes to every place in all of them. */
const of = process.env.PLACES === 'all' ? 1 : 3;

/**
 * A letter with a tower of marks is one letter, which nothing divides: no device saves one and no server takes one.
 */
const isTower = (text: string): boolean => /\p{M}{6}/u.test(text);

/** A text that was sent as it was written may hold a turn that nothing ends, and is bounded where it is shown; so is its paper. */
const isOfSaving = /turns what is around it|^the report on paper/;

describe('every page of a promise in which every free text is hostile', () => {
  for (const [width, fidelity, seed] of [
    [390, 'saved', 1],
    [1280, 'saved', 2],
    [390, 'sent', 3],
  ] as const) {
    test(`is read as text, ${width} px wide, texts as they were ${fidelity}`, { timeout: 600_000 }, async ({
      sampleState,
      openDevice,
    }) => {
      const texts = makeHostileTexts(seed, 1500).filter((text) => fidelity === 'saved' || !isTower(text));
      const { state, used } = fillState(sampleState, takeInTurn(texts), fidelity);
      expect(used).toBeGreaterThan(500);
      const { page } = await openDevice({ now: sampleNow, storageState: state, width, reducedMotion: 'reduce' });
      const { faults, places } = await walkHostile(page, { part: (seed - 1) % of, of });
      expect(faults.filter((fault) => fidelity === 'saved' || !isOfSaving.test(fault))).toEqual([]);
      expect(places).toBeGreaterThan(60 / of);
    });
  }
});
