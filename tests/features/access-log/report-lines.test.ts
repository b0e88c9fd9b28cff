import { expect, test } from 'vitest';
import { listQuarters } from '#features/access-log/quarters.ts';
import { sumCounts, toPersonLines } from '#features/access-log/report-lines.ts';

test('quarters go back from the one of today, across the year', () => {
  expect(listQuarters('2026-02-28', 3)).toEqual([
    { key: '2026-1', year: 2026, number: 1, from: '2026-01-01', to: '2026-03-31' },
    { key: '2025-4', year: 2025, number: 4, from: '2025-10-01', to: '2025-12-31' },
    { key: '2025-3', year: 2025, number: 3, from: '2025-07-01', to: '2025-09-30' },
  ]);
  expect(listQuarters('2026-12-31', 1)[0]?.key).toBe('2026-4');
});

test('each account has one line with its promises, the most read first, and the lines add up', () => {
  const row = { signIns: 0, reads: 0, changes: 0, exports: 0 };
  const report = {
    kind: 'access-report',
    since: 0,
    names: { b: 'Bo', a: 'Anna' },
    rows: [
      { ...row, who: 'b', scope: 'p1', reads: 2 },
      { ...row, who: 'b', scope: 'p2', reads: 5, changes: 1 },
      { ...row, who: 'b', scope: null, signIns: 3 },
      { ...row, who: 'a', scope: 'p1', exports: 4 },
      { ...row, who: 'x', scope: null, signIns: 1 },
    ],
  } as const;
  const lines = toPersonLines(report, 'Okänd');
  expect(lines.map(({ name, signIns, reads }) => [name, signIns, reads])).toEqual([
    ['Anna', 0, 0],
    ['Bo', 3, 7],
    ['Okänd', 1, 0],
  ]);
  expect(lines[1]?.scopes.map(({ scope }) => scope)).toEqual(['p2', 'p1', '']);
  expect(sumCounts(lines)).toEqual({ signIns: 4, reads: 7, changes: 1, exports: 4 });
});
