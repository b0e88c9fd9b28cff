import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

const appFolder = 'dist/app';

export default defineConfig(
  async ({ mode, isSsrBuild = false }): Promise<ViteUserConfig> => ({
    plugins: [
      react(),
      optimizeLocales.vite({ locales: ['sv-SE', 'en-US', 'en-GB'] }),
      clearAnnouncerWithoutMarkup(),
      orderLayersFirst(),
      mode === 'mocks' && serveMockWorker(),
      mode === 'bench' && joinMeasuring(),
      !['mocks', 'bench', 'floors', 'peers'].includes(mode) && !isSsrBuild && storeAppOffline(),
    ],
    define: { __APP_VERSION__: JSON.stringify(manifest.version) },
    server: { port: 5173 },
    // PGlite finds its files beside itself, and cannot when it is bundled.
    optimizeDeps:
      mode === 'mocks' ? { entries: ['index.html', 'mocks/browser.ts'], exclude: ['@electric-sql/pglite'] } : {},
    build: {
      outDir: appFolder,
      emptyOutDir: true,
      manifest: !isSsrBuild,
      copyPublicDir: !isSsrBuild,
      // The policy has no `data:` for fonts and scripts, and every file is in the offline cache anyway.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false, resolveDependencies: preloadEveryday },
      chunkSizeWarningLimit: 600,
      rolldownOptions: isSsrBuild ? {} : toBundling(mode),
    },
    // The reader of files loads what a kind of file needs, and no more.
    worker: { format: 'es' },
    resolve: { alias: mode === 'production' || mode === 'bench' ? productionBuilds : [] },
    // The server that hands out the app is one file without node_modules; the databases are loaded when they are needed,
    // from where their own files lie beside them.
    ssr: isSsrBuild && mode !== 'bench' ? { noExternal: true, external: ['@electric-sql/pglite', 'pg'] } : {},
    test: process.env.VITEST ? await toTestOptions() : {},
  }),
);

function toBundling(mode: string) {
  const input = measuredPages[mode];
  return input ? { input } : { output: { codeSplitting: { groups: [sharedByPages, iconsOfControls] } } };
}

/**
 * The entry names every file that a page needs beside its own, so that they are fetched with it. Only the pages of every
 * day are worth those names: the others ask for their files themselves, once, and have them stored from then on.
 */
const preloadEveryday = (file: string, files: string[]): string[] => (everydayPages.test(file) ? files : []);
const everydayPages = /[\\/](log|logs|overview|start)-page-/;

/**
 * The controls that many pages need come in one file: forty small ones compress worse and queue up on a phone's network.
 * Only the controls, and not what they lead to: rules and words would come along, and the log page waits for none of them.
 */
const sharedByPages = {
  name: 'controls',
  // The first screen has none of these pictures.
  test: /[\\/]src[\\/]ui[\\/](?!tool-icon)/,
  minShareCount: 6,
  includeDependenciesRecursively: false,
};

/** The pictures of those controls: a file of its own is longer around a picture than the picture. */
const iconsOfControls = {
  name: 'icons',
  test: /[\\/]lucide-react[\\/].*[\\/](x|chevron-(down|right))\.m?js$/,
  includeDependenciesRecursively: false,
};

/** Left to itself, react-router gives the build its development files, with checks that only a developer reads. */
const productionBuilds = [
  { find: /^react-router$/, replacement: resolve('node_modules/react-router/dist/production/index.mjs') },
  { find: /^react-router\/dom$/, replacement: resolve('node_modules/react-router/dist/production/dom-export.mjs') },
];

async function toTestOptions(): Promise<NonNullable<ViteUserConfig['test']>> {
  const { createTestProjects, fileOrder } = await import('./tests/support/test-projects.ts');
  return { passWithNoTests: true, projects: await createTestProjects(), sequence: { sequencer: fileOrder } };
}

/** The service worker (`src/app/offline-shell.ts` registers it) and what a home screen needs to know. */
function storeAppOffline() {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: null,
    includeManifestIcons: false,
    manifest: {
      id: '/',
      name: 'Löfteskollen',
      short_name: 'Löfteskollen',
      description: 'Följ upp medborgarlöften: logga insatser, se läget och varför.',
      lang: 'sv',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#0b4f8a',
      background_color: '#ffffff',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ],
      shortcuts: [
        { name: 'Logga insats', short_name: 'Logga', url: '/logga' },
        { name: 'Översikt', url: '/oversikt' },
      ],
    },
    workbox: {
      // Every page and every typeface, also those that nobody has opened yet.
      globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest,json,wasm}'],
      maximumFileSizeToCacheInBytes: 16_000_000,
      manifestTransforms: [addIntegrity],
      clientsClaim: true,
      skipWaiting: false,
      cleanupOutdatedCaches: true,
      navigateFallback: '/index.html',
      navigateFallbackDenylist: [/^\/api\//, /^\/offentlig\//],
      // As a separate file it would be loaded from a plain string, which Trusted Types forbid in a worker too.
      inlineWorkboxRuntime: true,
    },
  });
}

/** A file that was changed on its way is not stored (guard T23). */
function addIntegrity(entries: { url: string; revision: string | null; size: number; integrity?: string }[]) {
  const manifest = entries.map((entry) => {
    const hash = createHash('sha256')
      .update(readFileSync(`${appFolder}/${entry.url}`))
      .digest('base64');
    return { ...entry, integrity: `sha256-${hash}` };
  });
  return { manifest, warnings: [] };
}

/**
 * React Aria empties its live region by assigning `innerHTML`, which Trusted Types forbid. `replaceChildren` does the
 * same without markup. A release that words it otherwise stops the build, so that the exception cannot come back unseen.
 */
function clearAnnouncerWithoutMarkup(): Plugin {
  return {
    name: 'clear-announcer-without-markup',
    transform: {
      filter: { id: /react-aria[\\/]dist[\\/]private[\\/].*LiveAnnouncer\.m?js$/ },
      handler(code) {
        const calm = code.replaceAll(/\.innerHTML = ''/g, '.replaceChildren()');
        if (calm === code) this.error('LiveAnnouncer no longer assigns innerHTML as expected: look at it again');
        return { code: calm, map: null };
      },
    },
  };
}

/**
 * The order of the style layers is the order in which the browser meets them, so the file that decides it is linked
 * first. Left to itself, the build links a shared file before it, and the reset then wins over every component.
 */
function orderLayersFirst(): Plugin {
  return {
    name: 'order-layers-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const sheets = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
        if (sheets.length === 0) return html;
        const first = Object.values(bundle ?? {}).find(
          (file) =>
            file.type === 'asset' && /\.css$/.test(file.fileName) && /^@layer reset\b/.test(String(file.source)),
        );
        const leading = sheets.find((sheet) => first && sheet.includes(first.fileName));
        if (leading === undefined) throw new Error('No stylesheet of index.html begins with the layers: look again');
        const ordered = [leading, ...sheets.filter((sheet) => sheet !== leading)];
        return html.replaceAll(/<link rel="stylesheet"[^>]*>/g, () => ordered.shift() ?? '');
      },
    },
  };
}

/** What the app is measured against (`npm run bench`): builds of their own, or they would share the app's chunks. */
const measuredPages: Readonly<Record<string, string[]>> = {
  floors: ['floors', 'react', 'react-dexie-query'].map((name) => `tests/bench/page/${name}.html`),
  peers: ['tests/bench/page/peers.html'],
};

/** In a measuring build only: what shows the app to the bench comes with the page. No other build knows of it. */
function joinMeasuring(): Plugin {
  return {
    name: 'join-measuring',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace('</body>', '<script type="module" src="/tests/bench/page/measure.bench.ts"></script></body>'),
    },
  };
}

/** The mocks' worker comes straight from its package, in development only: it can never reach a build. */
function serveMockWorker(): Plugin {
  return {
    name: 'serve-mock-worker',
    configureServer: ({ middlewares }) => {
      middlewares.use('/mockServiceWorker.js', (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(readFileSync('node_modules/msw/lib/mockServiceWorker.js'));
      });
    },
  };
}
