/** The sample year as residents may read it, as of the same day as its overview. */
import { computePromise } from '#domain/progress/compute-promise.ts';
import { type PublicInput, writePublicFacts } from '#domain/public-page/write-public-facts.ts';
import { overview, today } from './sample-overview.ts';

export const publicInput: PublicInput = {
  ...overview,
  goals: computePromise(overview, today),
  occasions: new Map(overview.activities.map(({ id }, index) => [id, index * 7])),
  asOf: today,
  publishedOn: today,
  number: 1,
  contact: { text: 'Kommunens kontaktcenter', url: 'https://exempelkoping.example/kontakt' },
  nextUpdate: '2027-01-31',
};

export const sampleFacts = writePublicFacts(publicInput);
