import { describe, expect, test } from 'vitest';
import { findFailures, listGroups } from './find-failures.ts';

describe('whatever goes wrong between people, devices and server, some of it never and some of it all the time', () => {
  test.each(listGroups(1))('nothing is lost or doubled, from seed %i', async (...seeds) => {
    expect(await findFailures(seeds)).toEqual([]);
  });
});
