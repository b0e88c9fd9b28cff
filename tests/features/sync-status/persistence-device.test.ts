import { expect, test } from 'vitest';
import { findDeviceKind } from '#features/sync-status/persistence-device.ts';

const safari = (system: string) => `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/604.1`;

test.each([
  ['iphone', safari('iPhone; CPU iPhone OS 18_1 like Mac OS X'), 5],
  ['iphone', safari('Macintosh; Intel Mac OS X 10_15_7'), 5],
  ['computer', safari('Macintosh; Intel Mac OS X 10_15_7'), 0],
  ['android', 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36', 5],
  ['computer', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36', 10],
] as const)('%s: %s', (kind, userAgent, maxTouchPoints) => {
  expect(findDeviceKind({ userAgent, maxTouchPoints })).toBe(kind);
});
