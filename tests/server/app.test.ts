import { describe, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { toFileMap } from '#server/static-files.ts';

const toBytes = (text: string) => new TextEncoder().encode(text);
const page = '<!doctype html><main>the page</main>';
const script = `export const answer = 42; ${'// long enough to compress\n'.repeat(100)}`;
/** Stand-ins that say which encoding was chosen. */
const compressors = { br: () => toBytes('br'), gzip: () => toBytes('gzip') };

const files = toFileMap(
  [
    { path: 'index.html', bytes: toBytes(page) },
    { path: 'sw.js', bytes: toBytes('// worker') },
    { path: 'assets/index-1a2b3c.js', bytes: toBytes(script) },
    { path: 'icon-192.png', bytes: toBytes('x'.repeat(5000)) },
    { path: '.vite/manifest.json', bytes: toBytes('{}') },
    { path: 'notes.secret', bytes: toBytes('of no known kind') },
  ],
  compressors,
);
const app = createApp({ version: '1.2.3', files });

const everyAnswer = [
  ['the page', '/'],
  ['a place inside the app', '/loften/1/mal/2'],
  ['a script', '/assets/index-1a2b3c.js'],
  ['the service worker', '/sw.js'],
  ['a missing file', '/assets/gone.js'],
  ['the status', '/api/status'],
  ['an unknown address of the server', '/api/unknown'],
  ['a page that is not published', '/offentlig/kommun/lofte'],
  ['a refusal', 'http://10.0.0.1/'],
] as const;

describe('every answer', () => {
  test.each(everyAnswer)('carries the policy and its companions: %s', async (_name, address) => {
    const { headers } = await app.request(address);

    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types mlo-url",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toMatch(/^camera=\(self\), (?:[a-z-]+=\(\)(?:, |$))+$/);
  });

  test('also when the server itself fails, without saying why', async () => {
    const failing = createApp({
      version: '1.2.3',
      files: new (class extends Map<string, never> {
        override get(): never {
          throw new Error('a secret path');
        }
      })(),
    });
    const answer = await failing.request('/');

    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).not.toContain('secret');
  });

  test('from the server under /api is never stored', async () => {
    for (const address of ['/api/status', '/api/unknown']) {
      expect((await app.request(address)).headers.get('cache-control')).toBe('no-store');
    }
  });

  test('asks for TLS for a year, except on this machine', async () => {
    const published = createApp({ version: '1.2.3', files, publicHost: 'loften.example.se' });
    const toHsts = async (address: string) =>
      (await published.request(address)).headers.get('strict-transport-security');

    expect(await toHsts('http://localhost:4173/')).toBeNull();
    expect(await toHsts('http://127.0.0.1:4173/api/status')).toBeNull();
    expect(await toHsts('http://loften.example.se/')).toBe('max-age=31536000');
    expect(await toHsts('https://loften.example.se/')).toBe('max-age=31536000');
  });
});

describe('the server', () => {
  test('refuses plain http to any name but this machine and the published one', async () => {
    const published = createApp({ version: '1.2.3', files, publicHost: 'loften.example.se' });

    expect((await published.request('http://192.168.1.7:4173/')).status).toBe(421);
    expect((await published.request('http://evil.example/api/status')).status).toBe(421);
    expect((await published.request('http://loften.example.se/')).status).toBe(200);
    expect((await published.request('http://[::1]:4173/')).status).toBe(200);
  });

  test('answers a place inside the app with the page, whatever its depth', async () => {
    for (const address of ['/', '/logga?aktivitet=1', '/loften/1/mal/2']) {
      const answer = await app.request(address);

      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toBe(page);
    }
  });

  test.each(['/api', '/api/', '/api/x', '/offentlig', '/offentlig/a/b', '/assets/gone.js', '/loften/rapport.docx'])(
    'never answers %s with the page',
    async (address) => {
      const answer = await app.request(address);

      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('the page');
    },
  );

  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5cwindows',
    '/assets\\..\\..\\secret',
    '//etc/passwd.txt',
    '/%00',
    '/.vite/manifest.json',
    '/notes.secret',
  ])('has nothing at %s', async (path) => {
    // A raw request, as a hostile client would write it: `URL` would tidy the path before it is seen.
    const answer = await app.fetch({ ...plainRequest, url: `http://localhost${path}` } as Request);

    expect(answer.status).toBe(404);
  });

  test('takes no other method than reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect((await app.request('/', { method })).status).toBe(404);
    }
    expect((await app.request('/', { method: 'HEAD' })).status).toBe(200);
  });
});

const plainRequest = { method: 'GET', headers: new Headers() };

describe('a file', () => {
  const get = (acceptEncoding: string) =>
    app.request('/assets/index-1a2b3c.js', { headers: { 'accept-encoding': acceptEncoding } });

  test('with its hash in its name is kept for ever, others are asked for anew', async () => {
    expect((await get('')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await app.request('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0', null],
    ['', null],
    ['identity', null],
    ['brotli', null],
  ])('comes in the best encoding that is accepted: "%s" gives %s', async (accepted, encoding) => {
    const answer = await get(accepted);

    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(await answer.text()).toBe(encoding ?? script);
  });

  test('that is small or already compressed comes as it is', async () => {
    const headers = { 'accept-encoding': 'br' };

    expect((await app.request('/sw.js', { headers })).headers.get('content-encoding')).toBeNull();
    expect((await app.request('/icon-192.png', { headers })).headers.get('content-encoding')).toBeNull();
  });
});
