import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scrollLockStyleHash } from '#server/security-headers.ts';

test('the one inline style that the policy allows is the constant one of React Aria', () => {
  const source = readFileSync('node_modules/react-aria/dist/private/overlays/usePreventScroll.mjs', 'utf8');
  const style = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1]?.trim() ?? '';

  expect(style).toContain('overscroll-behavior');
  expect(scrollLockStyleHash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`);
});
