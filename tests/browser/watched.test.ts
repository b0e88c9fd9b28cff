import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { toSecurityHeaders } from '#server/security-headers.ts';
import { test } from '#tests/support/browser-test.ts';
import { launchBrowser, openDevice } from '#tests/support/launch-browser.ts';

/** Under the real policy, what each of these does is forbidden: the one who watches must see it. */
const toPage = (script: string) => `<!doctype html><title>x</title><h1>x</h1><script src="${script}"></script>`;
const evaluate = "try { new Function('return 1')(); } catch {}";
const askElsewhere = "fetch('https://elsewhere.example/x').catch(() => undefined);";
const toScripts = (name: string) =>
  `const policy = trustedTypes.createPolicy('mlo-url', { createScriptURL: (url) => url }); ${name}`;

const files: Readonly<Record<string, string>> = {
  '/right': toPage('/right.js'),
  '/right.js': toScripts("new Worker(policy.createScriptURL('/quiet.js'));"),
  '/quiet.js': 'postMessage(1);',
  '/markup': toPage('/markup.js'),
  '/markup.js': "try { document.body.innerHTML = '<b>x</b>'; } catch {}",
  '/style': toPage('/style.js'),
  '/style.js': "const style = document.createElement('style'); style.textContent = 'p{}'; document.head.append(style);",
  '/script': toPage('https://elsewhere.example/x.js'),
  '/asking': toPage('/asking.js'),
  '/asking.js': askElsewhere,
  '/socket': toPage('/socket.js'),
  '/socket.js': "try { new WebSocket('wss://elsewhere.example/'); } catch {}",
  '/working': toPage('/working.js'),
  '/working.js': toScripts("new Worker(policy.createScriptURL('/worker.js'));"),
  '/worker.js': evaluate,
  '/working-asking': toPage('/working-asking.js'),
  '/working-asking.js': toScripts("new Worker(policy.createScriptURL('/asking.js'));"),
  '/service': toPage('/service.js'),
  '/service.js': toScripts("navigator.serviceWorker.register(policy.createScriptURL('/service-worker.js'));"),
  '/service-worker.js': evaluate,
  // Without the policy a request would leave: it is seen as well.
  '/open-asking': toPage('/asking.js'),
  '/open-socket': toPage('/socket.js'),
};

const server = createServer((request, response) => {
  const { url = '' } = request;
  const headers = url.startsWith('/open') ? {} : toSecurityHeaders(new URL('http://localhost'));
  response.writeHead(url in files ? 200 : 204, {
    ...headers,
    'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html',
  });
  response.end(files[url]);
});
let baseUrl = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('a device of the tests', () => {
  test.for([
    ['/markup', 'TrustedHTML'],
    ['/style', 'style-src'],
    ['/script', 'script-src'],
    ['/asking', 'connect-src'],
    ['/socket', 'connect-src'],
    ['/working', 'worker: .*TrustedScript'],
    ['/working-asking', 'worker: .*connect-src'],
    ['/service', 'service worker: .*TrustedScript'],
    ['/open-asking', 'foreign request: https://elsewhere'],
    ['/open-socket', 'foreign socket: wss://elsewhere'],
  ])('notes what a page does against the policy: %s', async ([address = '', sign = '']) => {
    // A browser of its own: what is tried here must fail no other test.
    const browser = await launchBrowser();
    try {
      const { page, problems } = await openDevice(browser, { baseUrl, storesApp: true });
      await page.goto(address);
      await expect.poll(() => problems.join('\n')).toMatch(new RegExp(sign));
    } finally {
      await browser.close();
    }
  });

  test('notes nothing of a page that keeps to it', async ({ openDevice }) => {
    const { page, problems } = await openDevice({ baseUrl });
    const worker = page.waitForEvent('worker');
    await page.goto('/right');
    await worker;
    expect(problems).toEqual([]);
  });

  test('is the only way to a browser', () => {
    const ways = /\.newContext\(|\.launch\(|launchPersistentContext|connectOverCDP/;
    const watched = /^(support\/(launch-browser|open-reader)|browser\/kill\/mortal-browser)\.ts$/;
    const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /^(support|browser|hostile)\/.*\.tsx?$/.test(file) && !watched.test(file));
    // Its own words for what it looks for are no way to a browser.
    const found = files.filter(
      (file) => !file.endsWith('watched.test.ts') && ways.test(readFileSync(`tests/${file}`, 'utf8')),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
