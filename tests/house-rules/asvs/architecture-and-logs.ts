import { absent, decided, held, type Requirement } from './requirement.ts';

/** V15, V16 and V17: what it is made of, and what it tells. */
export const architectureAndLogs: readonly Requirement[] = [
  decided(
    '15.1.1',
    'It is written down how soon weak packages are replaced',
    'What is known to be attacked or rated high: within seven days, by a release of its own. The rest: with the next release, at the latest after three months.',
  ),
  held('15.1.2', 'There is a list of everything that goes in, from where it may come', [
    'house-rules/bill-of-materials.test.ts',
    'house-rules/packages.test.ts',
  ]),
  decided(
    '15.1.3',
    'It is written down what takes long, and what keeps it from stopping others',
    'README, "Growth" and the decisions on files and embedded database; passwords are hashed by a few at a time, files read by a worker that is ended, statements by the database’s own limit.',
  ),
  decided(
    '15.2.1',
    'No package is older than that allows',
    'Looked up at each release, where an advisory service can be reached; the bill of materials is what is looked up.',
  ),
  held('15.2.2', 'What takes long stops nobody else', [
    'server/guard/limits.test.ts',
    'server/people/scrypt.test.ts',
    'browser/reading-files.test.ts',
    'server/exchange/space-store.test.ts',
  ]),
  decided(
    '15.2.3',
    'Only what is needed is handed out',
    'The build leaves out tests, mocks and the words of development; the walls keep them out of the rooms of the app (house-rules/walls.test.ts).',
  ),
  held('15.3.1', 'Answers hold what was asked for and no more', ['server/authorization-matrix.test.ts']),
  decided(
    '15.3.2',
    'The server follows nobody’s redirections',
    'openid-client asks providers with redirections refused; nothing else is asked.',
  ),
  held('15.3.3', 'Nobody sets fields that are not theirs to set', [
    'server/exchange/fuzz.test.ts',
    'server/authorization-matrix.test.ts',
  ]),
  held('15.3.4', 'Where a request came from is read from who may say it', ['server/guard/requester.test.ts']),
  held(
    '15.3.5',
    'Values are what they are taken for',
    ['server/exchange/fuzz.test.ts', 'server/people/provider-lies.test.ts'],
    'Strict types, strict comparison, schemas at every door.',
  ),
  held('15.3.6', 'Nobody reaches the prototypes', [
    'server/exchange/fuzz.test.ts',
    'documents/read-document-hostile.test.ts',
  ]),
  held(
    '15.3.7',
    'The same parameter twice does no harm',
    ['server/access-log/access-log.test.ts'],
    'One route has parameters in its address; the first one counts.',
  ),
  decided(
    '16.1.1',
    'It is written down what is logged where',
    'Two logs. The process’s: JSON lines on its output, kept as the machine keeps them. The log of who did what: in the database, by tenant, for MLO_LOG_MONTHS, read by administrators; protocol/access-log.ts lists what is in it.',
  ),
  held('16.2.1', 'Each line says when, who and what', [
    'server/access-log/access-log.test.ts',
    'server/people/sign-in.test.ts',
  ]),
  held(
    '16.2.2',
    'Times are of one clock and one zone',
    ['server/guard/log-line.test.ts', 'server/access-log/chain.test.ts'],
    'UTC; the machine’s clock is for whoever runs it to keep right.',
  ),
  decided('16.2.3', 'Lines go where it was written down', 'Output and database; there is no other place in the code.'),
  held('16.2.4', 'Lines can be read by programs', ['server/guard/log-line.test.ts']),
  held('16.2.5', 'No secrets and no persons in lines', [
    'server/people/sign-in.test.ts',
    'server/access-log/access-log.test.ts',
  ]),
  held('16.3.1', 'Signing in is logged, whether it succeeds or not', ['server/access-log/access-log.test.ts']),
  held(
    '16.3.2',
    'Being refused is logged',
    ['server/people/sign-in.test.ts', 'server/access-log/access-log.test.ts'],
    'Requests with their status and who asked; refused changes row by row.',
  ),
  held(
    '16.3.3',
    'Trying to get round the rules is logged',
    ['server/guard/origin.test.ts', 'server/people/sign-in.test.ts', 'simulation/simulation.test.ts'],
    'Foreign requests and too many of them by their status; forged receipts by name.',
  ),
  held('16.3.4', 'Faults are logged', ['server/app.test.ts', 'server/node/nightly-dumps.test.ts']),
  held('16.4.1', 'No line can be forged by what is in it', ['server/guard/log-line.test.ts']),
  held('16.4.2', 'Nobody who serves requests can change the log', [
    'server/database/walls-between-tenants.test.ts',
    'server/access-log/chain.test.ts',
    'server/authorization-matrix.test.ts',
  ]),
  decided(
    '16.4.3',
    'Lines are brought to another machine',
    'The process writes to its output, for the system’s log service to send on; the last hash of each tenant’s log is among the lines once a day, so that what is changed later is found out there.',
  ),
  held('16.5.1', 'Faults tell nothing about the inside', ['server/app.test.ts']),
  held('16.5.2', 'When others are away, the rest goes on', [
    'server/people/provider-routes.test.ts',
    'server/node/database-process.test.ts',
    'browser/two-devices.test.ts',
  ]),
  held('16.5.3', 'What fails does nothing by half', [
    'server/exchange/space-store.test.ts',
    'server/node/power-cut.test.ts',
    'storage/failures-every-write.test.ts',
  ]),
  absent('17.1.1', 'Relays lead to no inner address', 'No WebRTC.'),
  ...['17.2.1', '17.2.2', '17.2.3', '17.2.4'].map((id) =>
    absent(id, 'Media servers keep their keys and their calm', 'No WebRTC.'),
  ),
  ...['17.3.1', '17.3.2'].map((id) => absent(id, 'Signalling stands floods and nonsense', 'No WebRTC.')),
];
