import { describe, expect, test } from 'vitest';
import { findFailures, listGroups } from './find-failures.ts';

describe('whatever goes wrong between people, devices and server, each as often as usual', () => {
  test.each(listGroups(2))('nothing is lost or doubled, from seed %i', async (...seeds) => {
    expect(await findFailures(seeds)).toEqual([]);
  });
});
