import fc from 'fast-check';
import { describe, test } from 'vitest';
import { casesOf, playCase } from './handover-case.ts';

describe('three devices that hand each other what they know, while they go on working', () => {
  // A smaller case takes as long to find as many new ones.
  const runs = { numRuns: 20, endOnFailure: true };

  test('end with the same rows and tallies, in whatever order and how often it comes', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(casesOf(14), async (drawn) => {
        await playCase(drawn);
      }),
      runs,
    ),
  );
});
