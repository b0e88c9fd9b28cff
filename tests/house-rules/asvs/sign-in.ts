import { absent, decided, held, notMet, type Requirement } from './requirement.ts';

/** V6: who somebody is. */
export const signIn: readonly Requirement[] = [
  decided(
    '6.1.1',
    'It is written down how guessing is slowed down, without shutting people out',
    'people/lock-out.ts and guard/token-buckets.ts: ten wrong passwords lock a name for a quarter of an hour, fifty an address; every lock ends by itself.',
  ),
  decided(
    '6.1.2',
    'There is a list of words that no password may lean on',
    'people/password-words.ts: what the product is called, what it is about, and the words that people choose first.',
  ),
  decided(
    '6.1.3',
    'All ways in are written down with their strength',
    'README, "In production": passwords for a small set-up, providers with a level of assurance, links that work once. There is no other.',
  ),
  held('6.2.1', 'Passwords have at least eight characters', ['server/people/sign-in-rules.test.ts'], 'Twelve.'),
  held('6.2.2', 'People can change their password', ['server/people/sign-in.test.ts', 'browser/people.test.ts']),
  held('6.2.3', 'Changing asks for the present one, too', [
    'server/people/sign-in.test.ts',
    'server/authorization-matrix.test.ts',
  ]),
  notMet(
    '6.2.4',
    'The 3,000 most common passwords are refused',
    'Refused are short and monotonous ones, and what is made of common words, the name or this product. A list of common ones with twelve characters is not among the packages that this house has allowed; a provider’s rules hold for its accounts.',
  ),
  held('6.2.5', 'Any characters will do', ['server/people/sign-in-rules.test.ts']),
  held('6.2.6', 'What is typed is hidden unless it is asked for', ['browser/people.test.ts']),
  held('6.2.7', 'Passwords can be pasted, and managers fill them in', ['browser/people.test.ts']),
  held(
    '6.2.8',
    'A password is compared as it was typed',
    ['server/people/sign-in-rules.test.ts'],
    'Composed and decomposed letters count as the same (Unicode NFC): phones and computers type them differently.',
  ),
  held('6.2.9', 'Passwords may be 64 characters long', ['server/people/sign-in-rules.test.ts'], 'Two hundred.'),
  decided(
    '6.2.10',
    'Nobody has to change a password because time has passed',
    'Nothing ages: there is no such rule in people/passwords.ts.',
  ),
  held('6.2.11', 'The list of words is used', ['server/people/sign-in-rules.test.ts']),
  notMet(
    '6.2.12',
    'Passwords are compared with stolen ones',
    'The server asks nobody outside, and holds no such list; see 6.2.4. Accounts of a provider follow its rules.',
  ),
  held('6.3.1', 'Guessing is slowed down as it is written', [
    'server/people/sign-in-rules.test.ts',
    'server/people/sign-in.test.ts',
    'server/guard/limits.test.ts',
  ]),
  held('6.3.2', 'There is no account to begin with', ['server/people/sign-in.test.ts']),
  notMet(
    '6.3.3',
    'Coming in takes two factors',
    'Through a provider, whose level can be demanded (MLO_PROVIDERS, `levels`; server/people/provider-lies.test.ts). Accounts with a password have one factor: meant for a small set-up, and said so.',
  ),
  held('6.3.4', 'No way in is weaker than it is written', [
    'server/authorization-matrix.test.ts',
    'server/people/provider-lies.test.ts',
  ]),
  held('6.4.1', 'First secrets are made by chance, end soon and do not stay', [
    'server/people/invitations.test.ts',
    'server/people/sign-in.test.ts',
  ]),
  decided('6.4.2', 'There are no secret questions', 'None.'),
  held(
    '6.4.3',
    'Who has forgotten a password gets a new one safely',
    ['server/people/sign-in.test.ts'],
    'By a link that an administrator hands over; it works once, and the making is in the log.',
  ),
  absent('6.4.4', 'Who has lost a factor proves who they are as in the beginning', 'No second factor of our own.'),
  held(
    '6.5.1',
    'Codes are used once',
    ['server/people/invitations.test.ts', 'server/people/sign-in.test.ts'],
    'Of our links; there are no other codes.',
  ),
  held('6.5.2', 'Codes are stored as hashes', ['server/people/sign-in.test.ts', 'server/people/sign-in-rules.test.ts']),
  held('6.5.3', 'Codes are made by chance that nobody can foretell', [
    'server/people/sign-in-rules.test.ts',
    'house-rules/source-files.test.ts',
  ]),
  held('6.5.4', 'Codes are long enough', ['server/people/sign-in-rules.test.ts']),
  absent(
    '6.5.5',
    'Codes of a second factor end within ten minutes',
    'No second factor of our own. A round through a provider ends after ten minutes (server/people/provider-routes.test.ts).',
  ),
  absent('6.6.1', 'Codes by telephone are used with care', 'None.'),
  absent(
    '6.6.2',
    'Codes on another way belong to one request',
    'None; a round through a provider does (server/people/provider-routes.test.ts).',
  ),
  absent('6.6.3', 'Codes on another way cannot be guessed', 'None.'),
  held('6.8.1', 'One provider’s people cannot pass for another’s', ['server/people/provider-routes.test.ts']),
  held('6.8.2', 'What a provider says is signed, and the signature is checked', [
    'server/people/provider-lies.test.ts',
    'server/people/local-provider.test.ts',
  ]),
  absent('6.8.3', 'SAML is taken once', 'No SAML.'),
  held('6.8.4', 'How sure a provider is, and since when, is checked', ['server/people/provider-lies.test.ts']),
];
