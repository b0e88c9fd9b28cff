import { absent, decided, held, type Requirement } from './requirement.ts';

/** V4 and V5: requests and answers, and files that people bring. */
export const serviceAndFiles: readonly Requirement[] = [
  held('4.1.1', 'Every answer says what it is, and in which letters', [
    'server/app.test.ts',
    'server/public-page/public-page.test.ts',
  ]),
  held(
    '4.1.2',
    'The service does not lead from plain http to TLS',
    ['server/app.test.ts'],
    'Plain http is refused and never answered with a redirection.',
  ),
  held('4.1.3', 'Nobody can write what only a proxy may say', ['server/guard/requester.test.ts']),
  decided(
    '4.2.1',
    'Where a request ends is read one way only',
    'Node’s own parser, strict as it comes; the proxy in front is to be kept up to date by who runs it.',
  ),
  absent('4.3.1', 'Nested queries are limited', 'No GraphQL.'),
  absent('4.3.2', 'Queries do not tell the schema', 'No GraphQL.'),
  absent('4.4.1', 'Sockets are encrypted', 'No WebSocket: hints travel as an ordinary answer.'),
  absent(
    '4.4.2',
    'Sockets are opened by our pages only',
    'No WebSocket; the stream of hints asks for its site (server/exchange/exchange-routes.test.ts).',
  ),
  absent('4.4.3', 'Tokens of sockets keep the rules of sessions', 'No WebSocket.'),
  absent('4.4.4', 'Tokens of sockets come from a session', 'No WebSocket.'),
  decided(
    '5.1.1',
    'It is written down which files may be brought, and how large',
    'documents/reading-limits.ts and recognise-file.ts; every refusal has its words in refusal-words.ts. Files are read on the device and never sent.',
  ),
  held('5.2.1', 'A file is only taken in if it can be worked on', [
    'documents/read-document-hostile.test.ts',
    'browser/reading-files.test.ts',
  ]),
  held(
    '5.2.2',
    'A file is what its ending says',
    ['documents/read-document-hostile.test.ts', 'documents/read-table.test.ts'],
    'Kinds are told by their first bytes and their parts, never by the name.',
  ),
  held('5.2.3', 'What is packed is measured before it is unpacked', ['documents/read-document-hostile.test.ts']),
  absent('5.3.1', 'Files of people are never run on the server', 'The server takes in no file.'),
  held('5.3.2', 'Paths are not made of what people wrote', [
    'server/app.test.ts',
    'documents/read-document-hostile.test.ts',
  ]),
  held('5.4.1', 'Names of files that are handed out are ours', [
    'server/app.test.ts',
    'server/public-page/public-page.test.ts',
  ]),
  held('5.4.2', 'Names of files cannot break out of their place', [
    'documents/name-sheets.test.ts',
    'documents/record-file.test.ts',
  ]),
  absent(
    '5.4.3',
    'Files from strangers are scanned before others get them',
    'No file is passed on: what is read out of one is text and numbers.',
  ),
];
