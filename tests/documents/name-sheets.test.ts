import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameSheets } from '#documents/name-sheets.ts';

test('names are as Excel wants them, and no two are the same', () => {
  expect(
    nameSheets(
      ['Mål: utfall/år', 'mål  utfall år', "'[]?'", 'Historik', 'En rubrik som är längre än vad Excel tål'],
      'Blad',
    ),
  ).toEqual(['Mål utfall år', 'mål utfall år 2', 'Blad', 'Historik.', 'En rubrik som är längre än vad…']);
});

test('any captions become names that Excel opens', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 30 }), (captions) => {
      const names = nameSheets(captions, 'Blad');

      expect(names).toHaveLength(captions.length);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$/);
      }
    }),
  );
});
