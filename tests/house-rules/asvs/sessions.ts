import { decided, held, notMet, type Requirement } from './requirement.ts';

/** V7: how long somebody is believed to be there. */
export const sessions: readonly Requirement[] = [
  decided(
    '7.1.1',
    'It is written down how long a session lives',
    'people/session-rules.ts: 30 minutes without use (10 on a shared computer), 12 hours in all. Longer than NIST’s AAL3, within AAL2.',
  ),
  decided(
    '7.1.2',
    'It is written down how many sessions one person may have',
    'As many as they have devices: a phone in the street and a computer at the desk. They see them in the extract about themselves and end all others with one button.',
  ),
  decided(
    '7.1.3',
    'It is written down how sessions here and at a provider go together',
    'people/sign-in-provider.ts: whoever signed in there longer ago than a session may last signs in anew; on a shared computer always. Signing out here does not sign out there.',
  ),
  held('7.2.1', 'Sessions are checked on the server', ['server/authorization-matrix.test.ts']),
  held('7.2.2', 'Sessions are made anew each time', ['server/people/sign-in.test.ts']),
  held('7.2.3', 'Sessions cannot be guessed', ['server/people/sign-in-rules.test.ts']),
  held('7.2.4', 'Signing in ends the session before', [
    'server/people/sign-in.test.ts',
    'server/people/provider-routes.test.ts',
  ]),
  held('7.3.1', 'A session that is not used ends', [
    'server/people/sign-in.test.ts',
    'server/people/sign-in-rules.test.ts',
  ]),
  held('7.3.2', 'A session ends in any case', ['server/people/sign-in.test.ts', 'server/people/sign-in-rules.test.ts']),
  held('7.4.1', 'A session that has ended opens nothing', [
    'server/people/sign-in.test.ts',
    'server/authorization-matrix.test.ts',
  ]),
  held('7.4.2', 'With an account all of its sessions end', [
    'server/people/invitations.test.ts',
    'server/people/rights-changed.test.ts',
  ]),
  held('7.4.3', 'A new password ends the other sessions', ['server/people/sign-in.test.ts']),
  held('7.4.4', 'Signing out is easy to find', ['browser/people.test.ts', 'browser/sharing.test.ts']),
  held('7.4.5', 'An administrator can end somebody’s sessions', [
    'server/authorization-matrix.test.ts',
    'server/access-log/access-log.test.ts',
  ]),
  held('7.5.1', 'What somebody signs in with changes only after they have shown it once more', [
    'server/people/sign-in.test.ts',
  ]),
  notMet(
    '7.5.2',
    'People see their sessions and end any of them',
    'They see them in the extract about themselves and end all others at once, without showing their password again; one alone cannot be chosen.',
  ),
  held('7.6.1', 'Who was with a provider too long ago signs in there again', ['server/people/provider-lies.test.ts']),
  held('7.6.2', 'No session begins without somebody asking for it', ['server/people/provider-routes.test.ts']),
];
