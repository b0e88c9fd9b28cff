import { absent, decided, held, type Requirement } from './requirement.ts';

/** V8, V9 and V10: who may do what, and what a provider says about them. */
export const rightsAndTokens: readonly Requirement[] = [
  decided(
    '8.1.1',
    'It is written down who may do and see what',
    'tests/server/authorization-matrix.ts: by hand, apart from the code that decides it.',
  ),
  decided(
    '8.1.2',
    'It is written down who may see and change which fields',
    'domain/operations says which fields there are and how they change, server/exchange/view-row.ts what a lens shows; the matrix names both by example.',
  ),
  held('8.2.1', 'What somebody may not do is refused', [
    'server/authorization-matrix.test.ts',
    'server/people/rights-over-people.test.ts',
  ]),
  held('8.2.2', 'What belongs to others is not found', [
    'server/authorization-matrix.test.ts',
    'server/exchange/exchange-routes.test.ts',
  ]),
  held('8.2.3', 'Fields that are not for somebody do not reach them', [
    'server/authorization-matrix.test.ts',
    'simulation/simulation.test.ts',
  ]),
  held('8.3.1', 'The server decides, whatever a page shows', ['server/authorization-matrix.test.ts']),
  held(
    '8.4.1',
    'No tenant reaches another',
    ['server/authorization-matrix.test.ts', 'server/database/walls-between-tenants.test.ts'],
    'With either of the two walls taken down, too.',
  ),
  held(
    '9.1.1',
    'Tokens that speak for themselves are believed by their signature only',
    ['server/people/provider-lies.test.ts', 'simulation/simulation.test.ts'],
    'A provider’s, and the receipts of this server.',
  ),
  held('9.1.2', 'Only algorithms that were agreed on are believed', ['server/people/provider-lies.test.ts']),
  held('9.1.3', 'Keys come from where they were said to be', ['server/people/provider-lies.test.ts']),
  held('9.2.1', 'Tokens hold within their time', ['server/people/provider-lies.test.ts']),
  held('9.2.2', 'A token is used for what it is', ['server/people/provider-lies.test.ts']),
  held('9.2.3', 'A token is meant for us', ['server/people/provider-lies.test.ts']),
  absent(
    '9.2.4',
    'Tokens that we give name whom they are for',
    'No token is given to others; a receipt names its space and person.',
  ),
  held(
    '10.1.1',
    'Tokens of a provider stay on the server',
    ['server/people/provider-routes.test.ts'],
    'They are read once and not kept.',
  ),
  held('10.1.2', 'Answers belong to the browser that asked', ['server/people/provider-routes.test.ts']),
  held('10.2.1', 'Nobody can make another browser finish a sign-in', [
    'server/people/provider-routes.test.ts',
    'server/people/provider-lies.test.ts',
  ]),
  held('10.2.2', 'One provider’s answer is not taken for another’s', ['server/people/provider-routes.test.ts']),
  ...['10.3.1', '10.3.2', '10.3.3', '10.3.4'].map((id) =>
    absent(
      id,
      'A resource server judges access tokens with care',
      'No access token is accepted anywhere: sessions are our own.',
    ),
  ),
  ...Array.from({ length: 11 }, (_, index) =>
    absent(
      `10.4.${index + 1}`,
      'An authorization server gives codes and tokens with care',
      'We are none; providers are others’.',
    ),
  ),
  held('10.5.1', 'An identity token is taken once', ['server/people/provider-lies.test.ts']),
  held(
    '10.5.2',
    'People are told apart by what a provider never gives to another',
    ['server/people/provider-routes.test.ts'],
    'Issuer and subject, never an address.',
  ),
  held('10.5.3', 'A provider that calls itself another is not believed', ['server/people/provider-lies.test.ts']),
  held('10.5.4', 'An identity token is meant for us', ['server/people/provider-lies.test.ts']),
  absent('10.5.5', 'Being signed out from behind is checked', 'No back-channel logout.'),
  absent('10.6.1', 'A provider gives codes only', 'We are no provider.'),
  absent('10.6.2', 'A provider lets nobody be signed out by others', 'We are no provider.'),
  ...['10.7.1', '10.7.2', '10.7.3'].map((id) =>
    absent(id, 'Consents are asked for, understood and can be taken back', 'No consents are given here.'),
  ),
];
