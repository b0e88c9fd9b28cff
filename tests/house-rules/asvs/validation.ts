import { decided, held, type Requirement } from './requirement.ts';

/** V2: what may come in, and in which order. */
export const validation: readonly Requirement[] = [
  decided(
    '2.1.1',
    'It is written down what a valid value looks like',
    'The schemas are the writing: domain/records for what is kept, protocol for what travels, domain/importing for tables. README, "New field", says where a rule goes.',
  ),
  decided(
    '2.1.2',
    'It is written down which values must fit each other',
    'Units of fields that change together are in domain/operations; rules between rows are in server/exchange/find-rule-breach.ts and its neighbours, each with its reason.',
  ),
  decided(
    '2.1.3',
    'Limits of use are written down, for each person and for all',
    'protocol/exchange-limits.ts, domain/operations/operation.ts, server/guard/token-buckets.ts and documents/reading-limits.ts hold nothing but these limits.',
  ),
  held('2.2.1', 'Everything that comes in is held to its schema', [
    'server/exchange/fuzz.test.ts',
    'server/authorization-matrix.test.ts',
    'documents/read-table.test.ts',
  ]),
  held('2.2.2', 'The server checks again what the page has checked', [
    'server/exchange/serve-push.test.ts',
    'server/exchange/follow-up-breach.test.ts',
    'server/public-page/public-page.test.ts',
  ]),
  held('2.2.3', 'Values that belong together are checked together', [
    'server/exchange/follow-up-breach.test.ts',
    'domain/operations/apply-operation.test.ts',
  ]),
  held('2.3.1', 'Steps are taken in their order and none is skipped', [
    'server/public-page/public-page.test.ts',
    'server/exchange/exchange-routes.test.ts',
    'server/people/provider-routes.test.ts',
  ]),
  held('2.3.2', 'The limits that were written down hold', [
    'server/guard/limits.test.ts',
    'server/exchange/serve-push.test.ts',
  ]),
  held('2.3.3', 'What is done is done whole or not at all', [
    'server/exchange/space-store.test.ts',
    'storage/failures-every-write.test.ts',
    'simulation/simulation.test.ts',
  ]),
  held(
    '2.3.4',
    'What exists once is given once',
    ['server/people/invitations.test.ts', 'server/people/sign-in.test.ts', 'server/access-log/access-log.test.ts'],
    'Links, the last administrator and numbers of versions are taken under the tenant’s lock.',
  ),
  held('2.4.1', 'Whoever asks without end is slowed down', [
    'server/guard/limits.test.ts',
    'server/people/sign-in.test.ts',
  ]),
];
