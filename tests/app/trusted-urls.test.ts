import { expect, test } from 'vitest';
import { serviceWorkerUrl, toTrustedScriptUrl } from '#app/trusted-urls.ts';

test('only the scripts of the app that run on their own are trusted', () => {
  expect(toTrustedScriptUrl(serviceWorkerUrl)).toBe('/sw.js');
  for (const url of [
    'https://example.com/sw.js',
    '//example.com/assets/reader.worker-a.js',
    '/assets/reader.worker-a.js/../other.js',
    '/src/documents/reader.worker.ts?x=//example.com',
    '/assets/index-a.js',
    'data:text/javascript,1',
    '',
  ])
    expect(() => toTrustedScriptUrl(url), url).toThrow(TypeError);
});
