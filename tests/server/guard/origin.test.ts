import { describe, expect, test } from 'vitest';
import { findOriginFault } from '#server/guard/check-origin.ts';

const origin = 'https://loften.example.se';
const ownRequest = {
  'x-mlo': '1',
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
  origin,
};
const judge = (method: string, headers: Readonly<Record<string, string | undefined>>) =>
  findOriginFault(method, toHeaders(headers), origin);
const toHeaders = (headers: Readonly<Record<string, string | undefined>>) =>
  new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    ),
  );

/** Requests as another page, or a program that imitates one, can make them: each differs from ours in what is named. */
const foreign: readonly (readonly [string, Readonly<Record<string, string | undefined>>])[] = [
  ['without our header', { 'x-mlo': undefined }],
  ['with our header empty', { 'x-mlo': '' }],
  ...['0', '-1', '1.5', '01', 'x', '123456', '1;2'].map(
    (value) => [`with the value ${value}`, { 'x-mlo': value }] as const,
  ),
  ['with the value twice', { 'x-mlo': '1, 1' }],
  ...[
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; application/json',
    'text/plain;charset=application/json',
    'multipart/form-data; boundary=application/json',
    'application/jsonp',
    'application/json-seq',
    'application/json, text/plain',
    'text/plain, application/json',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/vnd.api+json',
    'text/json',
    'json',
    '*/*',
    '',
  ].map((type) => [`typed ${type || 'as nothing'}`, { 'content-type': type }] as const),
  ['without a type', { 'content-type': undefined }],
  ...['cross-site', 'same-site', 'none', 'Same-Origin', 'same-origin, cross-site', 'null', ''].map(
    (site) => [`from ${site || 'no'} site`, { 'sec-fetch-site': site }] as const,
  ),
  ['that does not say from where', { 'sec-fetch-site': undefined }],
  ...[
    'https://evil.example',
    'http://loften.example.se',
    'https://loften.example.se:8443',
    'https://loften.example.se.evil.example',
    'https://evil.example/https://loften.example.se',
    'https://sub.loften.example.se',
    'https://loften.example.se/',
    'https://loften.example.se, https://evil.example',
    'HTTPS://LOFTEN.EXAMPLE.SE',
    'null',
    'file://',
    '',
  ].map((from) => [`from the origin ${from || 'nowhere'}`, { origin: from }] as const),
  ['without an origin', { origin: undefined }],
  [
    'with nothing at all',
    { 'x-mlo': undefined, 'content-type': undefined, 'sec-fetch-site': undefined, origin: undefined },
  ],
];

describe('a request that may change something', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('is let in from our own page: %s', (method) => {
    expect(judge(method, ownRequest)).toBeUndefined();
    expect(judge(method, { ...ownRequest, 'content-type': 'application/json; charset=utf-8' })).toBeUndefined();
  });

  test('has forty foreign shapes to be told from', () => {
    expect(foreign.length).toBeGreaterThanOrEqual(40);
  });

  test.each(foreign)('is refused %s', (_name, difference) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'post', 'MKCOL']) {
      expect(judge(method, { ...ownRequest, ...difference })).toBeDefined();
    }
  });
});

test('reading is let in from anywhere: its answer cannot be read there', () => {
  expect(judge('GET', {})).toBeUndefined();
  expect(judge('HEAD', { origin: 'https://evil.example' })).toBeUndefined();
});
