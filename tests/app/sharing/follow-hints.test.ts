import '#tests/support/node-storage.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followHints } from '#app/sharing/follow-hints.ts';
import { createHintPace } from '#app/sharing/hint-pace.ts';
import type { DeviceMeta } from '#domain/delivery/device-state.ts';
import { putDeviceMeta } from '#storage/device-meta.ts';
import { openScratch } from '#tests/storage/scratch-database.ts';

const fresh = { dev: 'd', epoch: 'e', generation: 0, issued: 0, answered: 0, ringNext: 1, confirmedAt: 0 };
const heldTo = (cursor: number): DeviceMeta => ({
  ...fresh,
  scopes: { 'promise:full': { cursor, role: 'editor', sum: { count: 0, check: [0, 0] } } },
});

test('a hint of what is here already makes no round', async () => {
  const db = openScratch();
  await putDeviceMeta(db, heldTo(7));
  let rounds = 0;
  const hints = followHints(db, () => {
    rounds += 1;
  });
  hints.note(7);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(rounds).toBe(0);
  hints.note(8);
  await expect.poll(() => rounds).toBe(1);
  hints.stop();
});

test('a busy server is asked less often, and the last of what it told of is always fetched', async () => {
  const db = openScratch();
  await putDeviceMeta(db, heldTo(0));
  const rounds: number[] = [];
  let version = 0;
  const hints = followHints(db, () => rounds.push(version));
  for (version = 1; version <= 12; version++) {
    hints.note(version);
    await expect.poll(() => rounds.length).toBe(version);
    hints.tell('working');
    await new Promise((resolve) => setTimeout(resolve, 270));
    hints.tell('resting');
  }
  // What is free is used up: the next one waits.
  hints.note(version);
  hints.note(version + 1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(rounds).toHaveLength(12);
  await expect.poll(() => rounds.length, { timeout: 8000 }).toBe(13);
  hints.stop();
}, 20_000);

test('rounds take their share of a device’s time and a little at once, and the wait said is true', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 2000 })), { maxLength: 100 }), (steps) => {
      let now = 0;
      let spent = 0;
      const pace = createHintPace(() => now);
      for (const [idle, took] of steps) {
        now += idle;
        now += pace.findWait();
        expect(pace.findWait()).toBe(0);
        expect(spent).toBeLessThanOrEqual(3000 + now * 0.15 + 1);
        now += took;
        spent += took;
        pace.spend(took);
      }
    }),
  );
});
