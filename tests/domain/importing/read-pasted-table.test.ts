import { describe, expect, test } from 'vitest';
import { readPastedTable } from '#domain/importing/read-pasted-table.ts';

describe('pasted cells', () => {
  test('are read by tabs and lines, to rows of equal length', () => {
    expect(readPastedTable('Datum\tAntal\r\n31/3\t2\tmer\r\n\r\n')).toEqual([
      ['Datum', 'Antal', ''],
      ['31/3', '2', 'mer'],
    ]);
  });

  test('may hold tabs, lines and quotes within quotes', () => {
    expect(readPastedTable('"en\nrad"\t"sa ""hej"""\nb\tc')).toEqual([
      ['en\nrad', 'sa "hej"'],
      ['b', 'c'],
    ]);
    expect(readPastedTable('5" rör\tb')).toEqual([['5" rör', 'b']]);
  });

  test('are read by semicolons where there is no tab', () => {
    expect(readPastedTable('a;"b;c"\n1;2')).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ]);
  });

  test('that are too many are not taken, and nothing is nothing', () => {
    expect(readPastedTable('a\n'.repeat(50_001))).toBeUndefined();
    expect(readPastedTable('\t'.repeat(200))).toEqual([]);
    expect(readPastedTable(`a${'\t'.repeat(200)}`)).toBeUndefined();
    expect(readPastedTable('')).toEqual([]);
  });
});
