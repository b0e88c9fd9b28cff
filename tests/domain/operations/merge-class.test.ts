import { describe, expect, test } from 'vitest';
import { findMergeClass, isTableName, listFields } from '#domain/operations/merge-class.ts';
import { schemaByTable, tableNames } from '#domain/records/tables.ts';

describe('merge classes', () => {
  test.each(tableNames)('every field of %s has one, and no other field does', (table) => {
    const fields = Object.keys(schemaByTable[table].shape).filter((field) => field !== 'id' && field !== 'promiseId');
    expect(new Set([...fields, 'deletedAt'])).toEqual(new Set(listFields(table)));
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'id', 'promiseId', 'tags', ''])(
    'there is no field %o',
    (field) => {
      for (const table of tableNames) expect(findMergeClass(table, field)).toBeUndefined();
    },
  );

  test.each(['__proto__', 'constructor', 'history', 'drafts', ''])('there is no table %o', (table) => {
    expect(isTableName(table)).toBe(false);
    expect(findMergeClass(table, 'title')).toBeUndefined();
  });

  test('what was agreed is guarded, what is told is not, and logs are fixed', () => {
    expect(findMergeClass('goals', 'target')).toBe('guard');
    expect(findMergeClass('promises', 'status')).toBe('guard');
    expect(findMergeClass('promises', 'title')).toBe('set');
    expect(findMergeClass('promises', 'parties')).toBe('members');
    expect(findMergeClass('progressLogs', 'quantities')).toBe('fixed');
    expect(findMergeClass('progressLogs', 'confirmedBy')).toBe('members');
    expect(findMergeClass('progressLogs', 'review')).toBe('guard');
  });
});
