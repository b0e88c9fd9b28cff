import { describe, expect, test } from 'vitest';
import { type AllocatedLog, createAllocator, isShared, listMunicipalities } from '#domain/portfolio/allocate-log.ts';
import type { Party } from '#domain/records/party.ts';
import { idOf } from '#tests/support/progress-builders.ts';

const party = (number: number, kind: Party['kind'], name: string, parentId?: string): Party => ({
  id: idOf(number),
  kind,
  name,
  signatory: true,
  ...(parentId ? { parentId } : {}),
});
const promise = {
  municipalities: [{ name: 'Östby' }, { name: 'Alvik' }, { name: 'Lilla Alvik' }],
  parties: [
    party(1, 'police', 'Polisen i Östby'),
    party(2, 'municipality', 'Alviks kommun'),
    party(3, 'municipality', 'Östby kommun'),
    party(4, 'school', 'Centralskolan', idOf(3)),
    party(5, 'leisure', 'Fritid Lilla Alvik'),
    party(6, 'association', 'Alviks nattvandrare'),
  ],
};
const allocate = createAllocator(promise);
const log = (fields: Partial<AllocatedLog>): AllocatedLog => ({ partyIds: [], ...fields });
const told = (name: string, basis: string) => ({ kind: 'municipality', name, basis });

describe('a piece of work belongs to', () => {
  test('the municipality that was chosen, whatever else it says', () => {
    expect(allocate(log({ municipality: 'Alvik', partyIds: [idOf(3)] }))).toEqual(told('Alvik', 'stated'));
    expect(allocate(log({ municipality: 'Östby kommun' }))).toEqual(told('Östby', 'stated'));
  });

  test('the municipality of its party, also of a unit within it', () => {
    expect(allocate(log({ partyIds: [idOf(1), idOf(2)] }))).toEqual(told('Alvik', 'party'));
    expect(allocate(log({ partyIds: [idOf(4)] }))).toEqual(told('Östby', 'party'));
    expect(allocate(log({ partyIds: [idOf(5)] }))).toEqual(told('Lilla Alvik', 'party'));
  });

  test('the municipality whose name its place carries as a word of its own', () => {
    expect(allocate(log({ partyIds: [idOf(1)], place: 'Östby resecentrum' }))).toEqual(told('Östby', 'place'));
    expect(allocate(log({ place: 'lilla alviks torg' }))).toEqual(told('Lilla Alvik', 'place'));
  });
});

describe('it cannot be told', () => {
  test('when nothing says it: police and associations may work in several, and a street is no municipality', () => {
    const nothing = { kind: 'unallocated', reason: 'nothing-says' };
    expect(allocate(log({ partyIds: [idOf(1), idOf(6)] }))).toEqual(nothing);
    expect(allocate(log({ place: 'Alviksvägen' }))).toEqual(nothing);
    expect(allocate(log({ municipality: 'Annanstans' }))).toEqual(nothing);
  });

  test('when it names several: joint work is not shared out', () => {
    const several = { kind: 'unallocated', reason: 'several' };
    expect(allocate(log({ partyIds: [idOf(2), idOf(3)] }))).toEqual(several);
    expect(allocate(log({ partyIds: [idOf(2)], place: 'Östby torg' }))).toEqual(several);
  });
});

test('municipalities stand in the order of the alphabet, once each', () => {
  expect(listMunicipalities({ municipalities: [{ name: 'Östby' }, { name: 'Åby' }, { name: 'Åby kommun' }] })).toEqual([
    'Åby',
    'Östby',
  ]);
});

test('a promise of one municipality is not shared, nor one that names the same one twice', () => {
  expect(isShared(promise)).toBe(true);
  expect(isShared({ municipalities: [{ name: 'Alvik' }] })).toBe(false);
  expect(isShared({ municipalities: [{ name: 'Alvik' }, { name: 'Alviks kommun' }] })).toBe(false);
});
