/** The corpus of hostile texts: the same for the same seed, so that what was found is found again. */
import { createRandom } from '#tests/simulation/random.ts';
import { makeFormulaText } from './formula-texts.ts';
import { makeOddText } from './odd-texts.ts';
import { makeScriptText } from './script-texts.ts';

/** In: a seed and how many. Out: so many texts, of which no two are the same. */
export function makeHostileTexts(seed: number, count: number): readonly string[] {
  const random = createRandom(seed);
  const makers = [makeScriptText, makeScriptText, makeOddText, makeOddText, makeFormulaText];
  const texts = new Set<string>();
  for (let tried = 0; texts.size < count; tried += 1) {
    const text = random.pick(makers)(random);
    // The families that have few texts of their own go on with a number.
    texts.add(texts.has(text) ? `${text} ${tried}` : text);
  }
  return [...texts];
}

/** In turn, from the beginning again when all have been used. */
export function takeInTurn(texts: readonly string[]): () => string {
  let next = 0;
  return () => texts[next++ % texts.length] ?? '';
}

/** 100 kB of faces, most of which are several signs each. */
export const manyFaces = '👩‍👩‍👧‍👦😀🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(1600);
