import { describe, expect, it } from 'vitest';
import type { StoredRow } from '#domain/operations/operation.ts';
import { judgeRows } from '#domain/record-files/check-rows.ts';
import { compareRows, isUnchangeable, listChangedFields } from '#domain/record-files/compare-rows.ts';
import { isPlainJson } from '#domain/record-files/plain-json.ts';
import { createStory } from '#tests/storage/records.ts';

const story = createStory();
const toRow = (record: object) => record as StoredRow;
const [goal] = story.goals;
const compare = (here: readonly object[], inFile: readonly object[], table: 'goals' | 'progressLogs' = 'goals') =>
  compareRows(new Map([[table, here.map(toRow)]]), new Map([[table, inFile.map(toRow)]]), Date.parse).find(
    (difference) => difference.table === table,
  );

describe('rows of a file beside those that are here', () => {
  it('are the same whoever wrote them when, and whatever the device writes beside them', () => {
    const again = { ...goal, updatedAt: '2026-05-05T00:00:00Z', tags: { '*': goal.id } };

    expect(compare([goal], [again])).toMatchObject({ added: [], same: 1, different: [], onlyHere: 0 });
  });

  it('are told apart by which of them is newer, in whatever time zone it was written', () => {
    const early = { ...goal, text: 'A', updatedAt: '2026-05-05T12:00:00+02:00' };
    const late = { ...goal, text: 'B', updatedAt: '2026-05-05T11:00:00Z' };

    expect(compare([early], [late])?.different).toMatchObject([{ newer: 'in-file', fields: ['text'] }]);
    expect(compare([late], [early])?.different).toMatchObject([{ newer: 'here' }]);
    expect(compare([], [early, late])?.added).toHaveLength(2);
    expect(compare([early], [])?.onlyHere).toBe(1);
  });

  it('whoever has confirmed a log is only added, and what a log says is never changed', () => {
    const log = story.log({ confirmedBy: [goal.id] });
    const [other] = story.activities;
    const confirmed = compare([log], [{ ...log, confirmedBy: [other.id] }], 'progressLogs')?.different[0];
    const otherWords = compare([log], [{ ...log, note: 'Annat' }], 'progressLogs')?.different[0];

    expect(compare([log], [{ ...log, confirmedBy: [] }], 'progressLogs')?.same).toBe(1);
    expect(confirmed && listChangedFields(confirmed)).toEqual({ confirmedBy: [goal.id, other.id] });
    expect(otherWords && isUnchangeable(otherWords)).toBe(true);
  });
});

describe('rows that belong together', () => {
  const whole = new Map([
    ['promises', [toRow(story.promise)]],
    ['activities', story.activities.map(toRow)],
    ['progressLogs', [toRow(story.log())]],
  ] as const);
  const judge = (table: 'promises' | 'progressLogs', ...rows: object[]) =>
    judgeRows(new Map([...whole, [table, rows.map(toRow)]])).first?.rule;

  it('name a promise and activities that are there, each row once, and no example', () => {
    const log = story.log();

    expect(judgeRows(whole)).toMatchObject({ faults: 0, first: undefined });
    expect(judge('progressLogs', log, log)).toBe('repeated-id');
    expect(judge('progressLogs', story.log({ promiseId: goal.id }))).toBe('promise-missing');
    expect(judge('progressLogs', story.log({ activityIds: [goal.id] }))).toBe('reference-missing');
    expect(judge('promises', { ...story.promise, example: 'promise' })).toBe('example');
  });
});

describe('a value from a file', () => {
  it('is handed on unless it is too deep, too large, not exact, or named as objects name their own', () => {
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);

    expect(isPlainJson({ a: [1, 'å', null, { b: -1.5 }] })).toBe(true);
    expect(isPlainJson({ text: 'half a \ud83d letter' })).toBe(true);
    for (const value of [
      deep,
      { a: Number.POSITIVE_INFINITY },
      { a: 2 ** 60 },
      [undefined],
      JSON.parse('{"__proto__":1}'),
    ])
      expect(isPlainJson(value)).toBe(false);
    expect(isPlainJson({ '\ud800': 1 })).toBe(false);
    expect(isPlainJson(Array.from({ length: 100_001 }, () => 0))).toBe(false);
  });
});
