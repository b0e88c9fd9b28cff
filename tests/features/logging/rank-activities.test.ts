import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostCards, type PastLog, pickCards, rankActivities } from '#features/logging/rank-activities.ts';
import { idOf, makeActivity } from './sample.ts';

const activityAt = (number: number) =>
  makeActivity(idOf(number), [{ id: idOf(900 + number), name: 'Antal', unit: 'st', personRelated: false }], {
    order: number,
  });
const activities = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(activityAt);
const logOf = (number: number, createdAt: string): PastLog => ({
  activityIds: [idOf(number)],
  createdAt,
  state: 'done',
});
const ranked = (logs: readonly PastLog[], pinned: readonly string[], now: string) =>
  rankActivities(activities, logs, pinned, now).map((activity) => Number(activity.id.slice(-2)));

/** A Friday evening. */
const now = '2026-11-20T21:30:00.000+01:00';

describe('the likely activity', () => {
  it('is the one usually logged at this weekday and hour, before the one logged last', () => {
    const logs = [
      logOf(4, '2026-11-06T21:10:00.000+01:00'),
      logOf(4, '2026-11-13T22:05:00.000+01:00'),
      logOf(7, '2026-11-20T09:00:00.000+01:00'),
    ];
    expect(ranked(logs, [], now).slice(0, 2)).toEqual([4, 7]);
  });

  it('is the one logged last when nothing is usual at this hour', () => {
    const logs = [logOf(4, '2026-11-16T10:00:00.000+01:00'), logOf(7, '2026-11-17T10:00:00.000+01:00')];
    expect(ranked(logs, [], now).slice(0, 2)).toEqual([7, 4]);
  });

  it('follows the season: what was usual last winter yields to what is usual now', () => {
    const lastWinter = [1, 2, 3, 4].map((week) =>
      logOf(3, `2026-01-${String(week * 7 - 5).padStart(2, '0')}T21:00:00.000+01:00`),
    );
    const lately = [logOf(8, '2026-11-06T21:00:00.000+01:00'), logOf(8, '2026-11-13T21:00:00.000+01:00')];
    expect(ranked([...lastWinter, ...lately], [], now)[0]).toBe(8);
  });

  it('is a pinned one when nothing has been logged, then the order of the signed text', () => {
    expect(ranked([], [idOf(5)], now)).toEqual([5, 1, 2, 3, 4, 6, 7, 8, 9]);
  });

  it('does not learn from plans and cancellations', () => {
    const plan: PastLog = { ...logOf(9, '2026-11-13T21:00:00.000+01:00'), state: 'planned' };
    expect(ranked([plan], [], now)[0]).toBe(1);
  });
});

describe('the ranking', () => {
  const anyLog = fc.record({
    number: fc.integer({ min: 1, max: 9 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
  });
  const toLogs = (parts: readonly { number: number; day: number; hour: number }[]) =>
    parts.map(({ number, day, hour }) =>
      logOf(number, `2026-10-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000+02:00`),
    );

  it('keeps every activity once, whatever was logged', () => {
    fc.assert(
      fc.property(fc.array(anyLog), (parts) => {
        expect([...ranked(toLogs(parts), [], now)].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }),
    );
  });

  it('does not depend on the order in which the logs are read', () => {
    const parts = fc
      .array(anyLog)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(parts, ([inOrder, shuffled]) => {
        expect(ranked(toLogs(shuffled), [], now)).toEqual(ranked(toLogs(inOrder), [], now));
      }),
    );
  });
});

describe('the cards', () => {
  it('are at most six', () => {
    expect(pickCards(activities, undefined)).toHaveLength(mostCards);
    expect(pickCards(activities.slice(0, 2), undefined)).toHaveLength(2);
  });

  it('always hold the preselected one', () => {
    const cards = pickCards(activities, idOf(9));
    expect(cards.map((card) => card.id)).toEqual([1, 2, 3, 4, 5, 9].map(idOf));
  });
});
