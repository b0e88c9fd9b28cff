import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import type { TestSequencerConstructor } from 'vitest/node';
import { chromiumFlags } from './chromium-flags.ts';
import { findBrowser } from './find-browser.ts';
import { createFileOrder } from './order-files.ts';

const setup = 'tests/support/setup.ts';
/** Milliseconds until a test is given up as stuck. No promise is about time: a busy machine must not break one. */
const patience = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 30_000 } } };
/** Left to itself, vitest keeps one processor for itself: of two, half. */
const everyProcessor = { maxWorkers: Math.max(2, availableParallelism()) };
const never = ['tests/support/**'];
/** What takes longest of the storage is tried where it counts: with a browser's own database, and not again with Node's double. */
const inChromiumAlone = ['tests/storage/handover-laws.test.ts'];

export const fileOrder = createFileOrder as unknown as TestSequencerConstructor;

/**
 * The rooms of the tests. `.test.ts` runs in Node; `.test.tsx`, everything of `tests/ui` and, a second time, the storage
 * runs inside a real Chromium; `tests/browser` drives the built app from outside. `tests/server` has databases at hand.
 */
export async function createTestProjects(): Promise<TestProjectConfiguration[]> {
  const executablePath = needsBrowser(process.argv) ? await findBrowser() : '';
  return [
    {
      extends: true,
      test: { name: 'house-rules', include: ['tests/house-rules/**/*.test.ts'], ...patience, ...everyProcessor },
    },
    {
      extends: true,
      test: {
        name: 'node',
        include: ['tests/**/*.test.ts'],
        exclude: [
          ...never,
          ...inChromiumAlone,
          'tests/house-rules/**',
          'tests/server/**',
          'tests/ui/**',
          'tests/browser/**',
        ],
        setupFiles: ['tests/support/node-storage.ts', setup],
        ...patience,
        ...everyProcessor,
      },
    },
    {
      extends: true,
      test: {
        name: 'server',
        include: ['tests/server/**/*.test.ts'],
        globalSetup: ['tests/support/provide-databases.ts'],
        setupFiles: [setup],
        // PGlite lives for one file here: better code than the first takes longer to make than it saves.
        execArgv: ['--liftoff-only'],
        ...patience,
        ...everyProcessor,
      },
    },
    {
      extends: true,
      // Found while the tests run, a package would make Vite start the page anew in the middle of them.
      optimizeDeps: {
        entries: ['src/main.tsx', 'tests/ui/**/*.test.*', 'tests/storage/**/*.test.ts', 'tests/contract/*.test.tsx'],
        // It finds its files beside itself, and cannot when it is bundled.
        exclude: ['@electric-sql/pglite'],
      },
      test: {
        name: 'chromium',
        include: ['tests/storage/**/*.test.ts', 'tests/ui/**/*.test.{ts,tsx}', 'tests/**/*.test.tsx'],
        exclude: [...never, 'tests/browser/**'],
        setupFiles: [setup],
        ...patience,
        ...everyProcessor,
        browser: {
          enabled: true,
          headless: true,
          // One page at a time: it runs beside as many files as there are processors.
          fileParallelism: false,
          screenshotFailures: false,
          instances: [{ browser: 'chromium' }],
          provider: playwright({ launchOptions: { executablePath, args: [...chromiumFlags] } }),
        },
      },
    },
    {
      extends: true,
      test: {
        name: 'browser',
        include: ['tests/browser/**/*.test.ts'],
        globalSetup: ['tests/support/serve-built-app.ts', 'tests/support/provide-databases.ts'],
        provide: { chromiumPath: executablePath },
        ...patience,
        // A whole browser on a busy machine may be cut short. What held only the second time is named by `.ci/run`.
        retry: 1,
        // After the others and two at a time: each of them drives a whole browser.
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      },
    },
  ];
}

/** A run that names only projects without a browser does not look for one, let alone install it. */
function needsBrowser(args: readonly string[]): boolean {
  const named = args.flatMap((arg, index) => {
    if (arg === '--project') return args[index + 1] ?? [];
    return arg.startsWith('--project=') ? arg.slice('--project='.length) : [];
  });
  return named.length === 0 || named.some((name) => !['house-rules', 'node', 'server'].includes(name));
}
