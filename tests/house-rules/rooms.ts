/** Who may enter which room, with which packages: the one table from which all walls are built (README, "Rooms"). */

export interface Room {
  readonly name: string;
  /** Regular expression of the files that make up the room, from the root of the repository. */
  readonly path: string;
  /** Names of the rooms it may import from, besides itself. */
  readonly mayEnter: readonly string[];
  /** Names of the rooms it may only load when needed, with `import()`. Types may be named freely. */
  readonly mayLoad?: readonly string[];
  readonly packages: readonly string[];
  /** Whether Node's own modules are at home here. */
  readonly knowsNode?: boolean;
}

/** What features share besides the files below: small forms for what people write about an item, in several places. */
export const sharedFolders = ['notes'] as const;

/** The files that features share. Everything else in `features` belongs to one feature. */
export const sharedByFeatures = [
  'act-form.tsx',
  'act.ts',
  'current-promise.ts',
  'goal-row.tsx',
  'keep-figures.ts',
  'log-list.tsx',
  'missing-messages.ts',
  'missing-promise.tsx',
  'new-passphrase.tsx',
  'passphrase-messages.ts',
  'paths.ts',
  'disposed-note.tsx',
  'record-title.tsx',
  'save-csv.ts',
  'services.ts',
  'signature-form.tsx',
  'signature-messages.ts',
  'small-figure.tsx',
  'take-examples.ts',
  'to-dots.ts',
  'to-row-cells.ts',
  'to-week-cells.ts',
  'use-draft.ts',
  'use-goal-view.ts',
  'use-language.ts',
  'use-may-decide.ts',
  'use-official-progress.ts',
  'use-saved-here.ts',
  'use-saved-state.ts',
  'use-settings.ts',
  'use-sharing-status.ts',
  'use-when.ts',
  'version-number.ts',
  'withdraw-log.ts',
] as const;

const react = ['react', '@tanstack/react-query', 'react-router', 'react-intl'];
const everyRoomOfTheApp = ['domain', 'protocol', 'storage', 'sync', 'features', 'ui'];

export const rooms: readonly Room[] = [
  { name: 'domain', path: '^src/domain/', mayEnter: [], packages: ['zod', 'personnummer'] },
  { name: 'protocol', path: '^src/protocol/', mayEnter: ['domain'], packages: ['zod'] },
  { name: 'storage', path: '^src/storage/', mayEnter: ['domain'], packages: ['dexie', '@noble/ciphers', 'zod'] },
  { name: 'sync', path: '^src/sync/', mayEnter: ['domain', 'protocol', 'storage'], packages: [] },
  {
    name: 'documents',
    path: '^src/documents/',
    mayEnter: ['domain', 'trusted urls'],
    packages: [
      'ical-generator',
      'papaparse',
      'docx',
      'fflate',
      'pptxgenjs',
      'htmlparser2',
      'pdfjs-dist',
      '@noble/ciphers',
      'qr',
    ],
  },
  {
    name: 'server',
    path: '^src/server/(?!node(\\.ts$|/))',
    mayEnter: ['domain', 'protocol'],
    packages: ['hono', 'zod', 'openid-client', 'kysely', '@electric-sql/pglite'],
  },
  {
    name: 'server process',
    path: '^src/server/node(\\.ts$|/)',
    mayEnter: ['server'],
    packages: ['@hono/node-server', 'kysely', '@electric-sql/pglite', 'pg', 'zod'],
    knowsNode: true,
  },
  {
    name: 'ui',
    path: '^src/ui/',
    mayEnter: [],
    packages: [
      'react',
      'react-aria-components',
      '@internationalized/date',
      'react-intl',
      'recharts',
      'lucide-react',
      'uqr',
      '@fontsource-variable/atkinson-hyperlegible-next',
    ],
  },
  {
    name: 'features',
    path: '^src/features/',
    mayEnter: ['domain', 'storage', 'sync', 'ui'],
    mayLoad: ['documents'],
    packages: react,
  },
  {
    name: 'app',
    path: '^src/app/',
    mayEnter: everyRoomOfTheApp,
    mayLoad: ['documents'],
    packages: [...react, 'react-dom', 'workbox-window'],
  },
  // The page has one policy for addresses of scripts (guard T7). The worker that reads files has such an address, too.
  { name: 'trusted urls', path: '^src/app/trusted-urls\\.ts$', mayEnter: [], packages: [] },
  {
    name: 'front door',
    path: '^src/main\\.tsx$',
    mayEnter: [...everyRoomOfTheApp, 'app'],
    mayLoad: ['mocks'],
    packages: ['react', 'react-dom', 'zod'],
  },
  {
    name: 'mocks',
    path: '^mocks/',
    mayEnter: ['domain', 'protocol', 'server'],
    packages: ['msw', '@electric-sql/pglite'],
  },
];

/** Packages so heavy that no page may wait for them: loaded with `import()`, never on the way to the first screen. */
export const heavyPackages = ['recharts'] as const;

/** Where a page must open fast on a phone: no heavy package may be reached from these without `import()`. */
export const fastPages = '^src/(main\\.tsx$|app/|features/logging/)';

/** Where Swedish letters are at home: messages, wording, example data, and the Swedish that is looked for in texts. */
export const swedishPlaces = /(^|[-/])(messages|words)\.ts$|^src\/domain\/(wording|examples|screening|reading)\//;

/** Names that say nothing about what is inside. */
export const emptyNames = ['utils', 'util', 'helpers', 'common', 'shared', 'lib', 'types', 'hooks', 'index', 'misc'];

export const longestFile = 300;
/** Tests tell cases one after the other; they are read from the top, and may go on for longer. */
export const longestTest = 400;
