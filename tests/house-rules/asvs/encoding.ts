import { absent, decided, held, type Requirement } from './requirement.ts';

/** V1: what is read and written means what it should, wherever it goes. */
export const encoding: readonly Requirement[] = [
  held('1.1.1', 'Input is decoded once, before it is judged', ['server/guard/limits.test.ts', 'server/app.test.ts']),
  held('1.1.2', 'Output is escaped last, where it is put together', [
    'server/public-page/public-page.test.ts',
    'documents/csv.test.ts',
    'documents/word-report.test.ts',
  ]),
  held('1.2.1', 'Pages, XML and headers escape for their own place', [
    'server/public-page/public-page.test.ts',
    'documents/excel-report.test.ts',
  ]),
  held(
    '1.2.2',
    'Addresses that are put together escape their parts; only harmless protocols lead anywhere',
    ['house-rules/source-files.test.ts', 'app/trusted-urls.test.ts'],
    'People write no links: text is shown as text. Every address of the app is built in features/paths.ts.',
  ),
  held('1.2.3', 'JSON and scripts are built by what knows how', [
    'house-rules/source-files.test.ts',
    'server/app.test.ts',
  ]),
  held(
    '1.2.4',
    'Queries have parameters',
    ['server/authorization-matrix.test.ts', 'server/database/walls-between-tenants.test.ts'],
    'Kysely and its templates; what is raw is constant.',
  ),
  absent(
    '1.2.5',
    'Commands of the system cannot be injected',
    'The only program that is started is this one, with a path of our own and no shell (node/dumps.ts).',
  ),
  absent('1.2.6', 'LDAP queries cannot be injected', 'No directory is asked.'),
  absent('1.2.7', 'XPath queries cannot be injected', 'No XPath.'),
  absent('1.2.8', 'LaTeX is run with care', 'No LaTeX.'),
  held(
    '1.2.9',
    'What is put into a pattern is escaped',
    ['storage/search-logs.test.ts'],
    'Searching compares folded text; no pattern is made of what somebody wrote.',
  ),
  absent(
    '1.3.1',
    'HTML that people write is cleaned',
    'Nobody writes HTML: every text is plain, and shown as text nodes.',
  ),
  held(
    '1.3.2',
    'No text is run as code',
    ['house-rules/source-files.test.ts', 'browser/server-process.test.ts'],
    'The policy of every page forbids it, too.',
  ),
  held('1.3.3', 'What goes to a dangerous place is limited to what is safe there', [
    'documents/csv.test.ts',
    'documents/name-sheets.test.ts',
    'server/guard/log-line.test.ts',
  ]),
  absent('1.3.4', 'SVG from outside is cleaned', 'No picture is taken in.'),
  absent('1.3.5', 'Markup and style languages from people are switched off', 'None is understood: texts are plain.'),
  held(
    '1.3.6',
    'The server calls no address that a stranger named',
    ['server/people/provider-lies.test.ts'],
    'It calls the providers of its configuration, over TLS, and nobody else.',
  ),
  absent('1.3.7', 'Templates are not built from input', 'There is no template language.'),
  absent('1.3.8', 'JNDI is used with care', 'No Java.'),
  absent('1.3.9', 'What goes to memcache is cleaned', 'No memcache.'),
  held(
    '1.3.10',
    'Format strings come from us',
    ['browser/languages.test.ts'],
    'Messages are in the catalogues; what people wrote goes in as a value.',
  ),
  absent('1.3.11', 'Mail cannot be injected', 'The server sends no mail.'),
  decided('1.4.1', 'Memory is handled by what is safe', 'TypeScript and WebAssembly only; no native code of ours.'),
  held(
    '1.4.2',
    'Numbers that are too large do not wrap',
    ['domain/operations/apply-operation.test.ts', 'server/exchange/fuzz.test.ts'],
    'Schemas bound every number; versions fit a JavaScript number for 8,000 restores.',
  ),
  decided(
    '1.4.3',
    'Memory and other resources are given back',
    'Collected; connections, files and streams are closed by their owners, which the process tests wait for.',
  ),
  held('1.5.1', 'XML is read without entities from elsewhere', ['documents/read-document-hostile.test.ts']),
  held(
    '1.5.2',
    'What is read becomes values of known shapes only',
    ['server/exchange/fuzz.test.ts', 'documents/read-document-hostile.test.ts'],
    'JSON through schemas; prototypes are refused before anything else.',
  ),
];
