import { afterEach, describe, expect, it } from 'vitest';
import { takeExamplePromises, takeSampleYear } from '#features/take-examples.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { readPromises } from '#storage/promises.ts';
import { removeExamples } from '#storage/remove-examples.ts';
import { closeServices, openServices } from '../logging/open-services.ts';

afterEach(closeServices);

describe('example data', () => {
  it('are taken once, whoever taps twice', async () => {
    const services = await openServices();
    const first = await takeSampleYear(services);
    expect(first.kind).toBe('taken');
    expect(await takeSampleYear(services)).toEqual({ kind: 'already-there', promiseIds: first.promiseIds });
    expect((await readPromises(services.db)).filter((promise) => promise.example)).toHaveLength(1);
  });

  it('hold five promises beside the sample year, with tallies that agree with their logs', async () => {
    const services = await openServices();
    await takeSampleYear(services);
    expect((await takeExamplePromises(services)).promiseIds).toHaveLength(5);
    expect(await auditTallies(services.db)).toMatchObject({ mismatches: [], miscounted: [] });
  });

  it('are gone in one step, and what the person wrote is left', async () => {
    const services = await openServices();
    const own = (await readPromises(services.db)).map((promise) => promise.id);
    await takeSampleYear(services);
    await takeExamplePromises(services);
    await removeExamples(services.db);
    expect((await readPromises(services.db)).map((promise) => promise.id)).toEqual(own);
  });
});
