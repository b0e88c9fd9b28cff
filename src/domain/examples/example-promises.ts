import { bengtsforsPromise } from './bengtsfors-promise.ts';
import { buildPromise } from './build-promise.ts';
import type { ExampleBundle, ExampleTools } from './example-bundle.ts';
import { markPromise } from './mark-promise.ts';
import { molndalPromise } from './molndal-promise.ts';
import { nameIds } from './name-ids.ts';
import { torsbyPromise } from './torsby-promise.ts';
import { unnamedPromise } from './unnamed-promise.ts';

/**
 * Five promises that were really given, told in our own words: facts and figures are theirs, sentences are ours,
 * and what a text leaves out is left out. None has logs.
 * In: a maker of ids and the instant to stamp. Out: one bundle per promise.
 */
export function createExamplePromises({ newId, now }: ExampleTools): readonly ExampleBundle[] {
  return [markPromise, unnamedPromise, molndalPromise, bengtsforsPromise, torsbyPromise].map((described) =>
    buildPromise(described, nameIds(newId), now),
  );
}
