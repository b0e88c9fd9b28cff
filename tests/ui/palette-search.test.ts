import { expect, test } from 'vitest';
import { indexItems, searchItems } from '#ui/palette-search.ts';

const items = [
  { label: 'Minskad narkotikabrottslighet', group: 'Mål' },
  { label: 'Föräldramöten ANDT', group: 'Mål', hint: '9 av 10' },
  { label: 'Logga insats', group: 'Handlingar' },
];
const find = (typed: string) => searchItems(indexItems(items), typed).map((item) => item.label);

test('a part inside a compound finds it', () => {
  expect(find('brott')).toEqual(['Minskad narkotikabrottslighet']);
});

test('all parts must be there, in any order and any case, in any of the texts', () => {
  expect(find('MÅL föräldra')).toEqual(['Föräldramöten ANDT']);
  expect(find('möten 9')).toEqual(['Föräldramöten ANDT']);
  expect(find('brott möten')).toEqual([]);
});

test('nothing typed shows everything, up to the limit', () => {
  expect(find('  ')).toHaveLength(3);
  expect(searchItems(indexItems(items), '', 2)).toHaveLength(2);
});
