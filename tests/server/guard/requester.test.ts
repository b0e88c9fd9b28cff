import { describe, expect, test } from 'vitest';
import { type Published, readRequester } from '#server/guard/requester.ts';

const proxied: Published = { publicHost: 'loften.example.se', trustedProxies: new Set(['10.0.0.1', '10.0.0.2']) };

const read = (
  address: string,
  headers: Record<string, string>,
  peer: string | undefined,
  published: Published = proxied,
) => readRequester(new URL(address), new Headers(headers), peer, published);

describe('the address of who asks', () => {
  test.each([
    ['nobody speaks for them', {}, '192.0.2.7', '192.0.2.7'],
    ['a stranger says to speak for another', { 'x-forwarded-for': '203.0.113.9' }, '192.0.2.7', '192.0.2.7'],
    ['the proxy speaks for them', { 'x-forwarded-for': '203.0.113.9' }, '10.0.0.1', '203.0.113.9'],
    ['they wrote the first part themselves', { 'x-forwarded-for': '1.1.1.1, 203.0.113.9' }, '10.0.0.1', '203.0.113.9'],
    ['there are two proxies', { 'x-forwarded-for': '203.0.113.9, 10.0.0.2' }, '10.0.0.1', '203.0.113.9'],
    ['the proxy is reached over IPv6', { 'x-forwarded-for': '2001:DB8::7' }, '::ffff:10.0.0.1', '2001:db8::7'],
    ['the proxy says nothing', {}, '10.0.0.1', '10.0.0.1'],
    ['the proxy says nonsense', { 'x-forwarded-for': '<script>' }, '10.0.0.1', '10.0.0.1'],
    ['only proxies are named', { 'x-forwarded-for': '10.0.0.2' }, '10.0.0.1', '10.0.0.1'],
    [
      'the header is endless',
      { 'x-forwarded-for': `${'1.1.1.1,'.repeat(10_000)}203.0.113.9` },
      '10.0.0.1',
      '203.0.113.9',
    ],
    ['another header is used', { forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' }, '10.0.0.1', '10.0.0.1'],
    ['there is no socket', {}, undefined, 'unknown'],
  ] as const)('when %s', (_name, headers, peer, address) => {
    expect(read('http://loften.example.se/', headers, peer).address).toBe(address);
  });
});

describe('the way to who asks', () => {
  test.each([
    ['https://loften.example.se/', {}, '192.0.2.7', true, false],
    ['http://loften.example.se/', {}, '10.0.0.1', true, false],
    ['http://loften.example.se/', { 'x-forwarded-proto': 'https' }, '10.0.0.1', true, false],
    ['http://loften.example.se/', { 'x-forwarded-proto': 'http' }, '10.0.0.1', false, true],
    // Past the proxy, whatever is claimed.
    ['http://loften.example.se/', { 'x-forwarded-proto': 'https' }, '192.0.2.7', false, true],
    ['http://192.168.1.7:4173/', { 'x-forwarded-proto': 'https' }, '192.0.2.7', false, true],
    ['http://evil.example/', { 'x-forwarded-host': 'loften.example.se' }, '10.0.0.1', false, true],
    ['http://localhost:4173/', {}, '127.0.0.1', false, false],
    ['http://localhost:4173/', { 'x-forwarded-proto': 'https' }, '192.0.2.7', false, false],
  ] as const)('%s with %j from %s', (address, headers, peer, secure, readable) => {
    expect(read(address, headers, peer)).toMatchObject({ secure, readable });
  });

  test('is taken as encrypted for the published name where no proxy is named', () => {
    const published = { publicHost: 'loften.example.se' };

    expect(read('http://loften.example.se/', {}, '192.0.2.7', published)).toMatchObject({
      secure: true,
      origin: 'https://loften.example.se',
    });
  });

  test('decides which origin our own pages have', () => {
    expect(read('http://localhost:4173/api', {}, '127.0.0.1').origin).toBe('http://localhost:4173');
    expect(read('http://loften.example.se/api', {}, '10.0.0.1').origin).toBe('https://loften.example.se');
  });
});
