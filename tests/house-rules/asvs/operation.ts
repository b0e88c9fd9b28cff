import { decided, held, notMet, type Requirement } from './requirement.ts';

/** V13 and V14: how it is set up, and what becomes of data. */
export const operation: readonly Requirement[] = [
  decided(
    '13.1.1',
    'It is written down with whom the server speaks',
    'README, "In production": PostgreSQL, the providers of MLO_PROVIDERS, and the proxy in front. Nobody else; people name no address.',
  ),
  decided(
    '13.2.1',
    'Parts prove to each other who they are',
    'The server signs in to PostgreSQL as a role of its own; by password, certificate or the system’s own word is in DATABASE_URL and for whoever runs it.',
  ),
  held('13.2.2', 'Parts may do no more than they must', [
    'server/node/server-process.test.ts',
    'server/database/walls-between-tenants.test.ts',
  ]),
  held(
    '13.2.3',
    'There is no password to begin with',
    ['server/people/sign-in.test.ts'],
    'The key of receipts is made by chance, or given.',
  ),
  decided(
    '13.2.4',
    'It is limited whom the server may speak with',
    'By its configuration: database and providers are named there, and nothing else is ever asked.',
  ),
  decided(
    '13.2.5',
    'The server reads from nowhere else',
    'The files of its build, its data folder, and the file that MLO_PROVIDERS names.',
  ),
  notMet(
    '13.3.1',
    'Secrets lie in a vault',
    'In the environment, or in files that only the server’s account may read. A vault may put them there; none is demanded. No secret is in the sources or the build.',
  ),
  decided(
    '13.3.2',
    'Few can reach secrets',
    'The account of the service, and whoever runs it; the owner of the tables is not the server.',
  ),
  held(
    '13.4.1',
    'The history of the sources is not handed out',
    ['server/app.test.ts'],
    'Files are answered from a map of the build’s.',
  ),
  decided(
    '13.4.2',
    'Nothing is switched on for finding faults',
    'There is no such switch: answers to faults are the same everywhere (server/app.test.ts).',
  ),
  held('13.4.3', 'Folders are not listed', ['server/app.test.ts']),
  decided('13.4.4', 'TRACE is not answered', 'A request of that kind cannot be made of Node’s own; no route knows it.'),
  held(
    '13.4.5',
    'No address is open that was not meant to be',
    ['server/authorization-matrix.test.ts'],
    'The state of the server tells version and protocol, and is meant to.',
  ),
  decided(
    '14.1.1',
    'Data is sorted by how well it must be protected',
    'Published, shared with partners, internal (domain/delivery/scope-key.ts, lenses); no field asks about a person, and texts are screened for it.',
  ),
  decided(
    '14.1.2',
    'For each kind it is written down how',
    'README, "Decisions": who sees what, what the log holds, how long, what is erased and how.',
  ),
  held(
    '14.2.1',
    'Nothing secret stands in an address',
    ['server/people/sign-in.test.ts', 'server/people/provider-routes.test.ts'],
    'Secrets of links are in the fragment, which is sent to nobody.',
  ),
  held('14.2.2', 'Nothing is kept on the way', ['server/app.test.ts', 'server/status.test.ts']),
  held('14.2.3', 'Nothing is sent to others', ['browser/server-process.test.ts', 'server/app.test.ts']),
  held('14.2.4', 'What was written down is done', [
    'server/access-log/access-log.test.ts',
    'server/node/erase-command.test.ts',
    'server/guard/log-line.test.ts',
  ]),
  held(
    '14.3.1',
    'After a session nothing is left on a shared computer',
    ['browser/sharing.test.ts', 'server/people/sign-in.test.ts'],
    'On somebody’s own device it stays, which is what it is for; a lease locks it.',
  ),
  held('14.3.2', 'Browsers do not keep answers', ['server/app.test.ts', 'server/status.test.ts']),
  notMet(
    '14.3.3',
    'Nothing sensitive is stored in the browser',
    'The app works without network, so it stores what its person may see: behind a lock, wiped on shared computers, encrypted where that is switched on. Sessions are never stored where a script can read them.',
  ),
];
