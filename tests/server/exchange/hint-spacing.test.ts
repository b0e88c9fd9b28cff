import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHintSpacing } from '#server/exchange/hint-spacing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const start = () => {
  const told: string[] = [];
  const spacing = createHintSpacing(
    ({ spaceId, version }) => told.push(`${spaceId} ${version}`),
    () => performance.now(),
  );
  const note = (version: number, spaceId = 'one') => spacing.note({ kind: 'changed', spaceId, epoch: 'e', version });
  return { told, note, close: spacing.close };
};

test('changes that come now and then are told at once', () => {
  const { told, note } = start();
  for (let version = 1; version <= 200; version++) {
    note(version);
    expect(told).toHaveLength(version);
    vi.advanceTimersByTime(600);
  }
});

test('of a rush the first are told at once, then one line now and then, and always the last', () => {
  const { told, note } = start();
  for (let version = 1; version <= 1000; version++) {
    note(version);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(told.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, index) => `one ${index + 1}`));
  expect(told.length).toBeGreaterThan(45);
  expect(told.length).toBeLessThan(56);
  expect(told.at(-1)).toBe('one 1000');
});

test('the last of a rush waits half a second at most', () => {
  const { told, note } = start();
  for (let version = 1; version <= 31; version++) note(version);
  expect(told.at(-1)).toBe('one 30');
  vi.advanceTimersByTime(500);
  expect(told.at(-1)).toBe('one 31');
});

test('a rush in one space keeps no other waiting, and nothing is told after the end', () => {
  const { told, note, close } = start();
  for (let version = 1; version <= 100; version++) note(version);
  note(1, 'two');
  expect(told.at(-1)).toBe('two 1');
  close();
  vi.advanceTimersByTime(10_000);
  expect(told.at(-1)).toBe('two 1');
});
