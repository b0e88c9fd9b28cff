import { expect, test } from 'vitest';
import { listPoliceAreas, pickPortfolio } from '#domain/portfolio/group-promises.ts';
import { createPromise, idOf } from '#tests/support/progress-builders.ts';

const promise = (number: number, names: readonly string[], areas: readonly string[], from: string) =>
  createPromise({
    id: idOf(number),
    title: `Löfte ${number}`,
    municipalities: names.map((name) => ({ name })),
    policeAreas: areas.map((name) => ({ name })),
    period: { from, to: '2027-12-31', basis: '' },
  });
const promises = [
  promise(1, ['Östby'], ['Norra'], '2026-01-01'),
  promise(2, [], ['norra '], '2026-01-01'),
  promise(3, ['Alvik'], ['Norra'], '2025-01-01'),
  promise(4, ['Alvik'], ['Norra', 'södra'], '2026-01-01'),
  promise(5, ['Mellby'], ['Södra'], '2026-01-01'),
];
const titles = (area?: string) => pickPortfolio(promises, area).map(({ title }) => title);

test('police areas stand once each, however they are typed', () => {
  expect(listPoliceAreas(promises)).toEqual(['Norra', 'Södra']);
});

test('promises stand by municipality in the order of the alphabet, the later first, and those without one last', () => {
  expect(titles()).toEqual(['Löfte 4', 'Löfte 3', 'Löfte 5', 'Löfte 1', 'Löfte 2']);
  expect(titles('NORRA')).toEqual(['Löfte 4', 'Löfte 3', 'Löfte 1', 'Löfte 2']);
  expect(titles('Södra')).toEqual(['Löfte 4', 'Löfte 5']);
});
