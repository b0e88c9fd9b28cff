import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainLogs } from '#domain/handover/chain-logs.ts';
import { type Deed, orderByCauses } from '#domain/handover/order-by-causes.ts';
import { listUnknown, summarise } from '#domain/handover/summary.ts';

/** Deeds of which each may rest on earlier ones, with clocks that say anything. */
const deeds = fc
  .array(fc.record({ minute: fc.nat({ max: 50 }), causes: fc.array(fc.nat({ max: 40 }), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((drawn) =>
    drawn.map(
      ({ minute, causes }, n): Deed => ({
        id: `d${n}`,
        at: `2026-06-01T10:${String(minute).padStart(2, '0')}:00Z`,
        causes: causes.filter((cause) => cause < n).map((cause) => `d${cause}`),
      }),
    ),
  );
const namesOf = (ordered: readonly Deed[]) => ordered.map(({ id }) => id);

describe('the one order', () => {
  it('is the same however things came', () => {
    fc.assert(
      fc.property(deeds, fc.infiniteStream(fc.nat()), (given, luck) => {
        const shuffled = given
          .map((deed) => ({ deed, place: Number(luck.next().value) }))
          .toSorted((left, right) => left.place - right.place)
          .map(({ deed }) => deed);
        expect(namesOf(orderByCauses(shuffled))).toEqual(namesOf(orderByCauses(given)));
      }),
    );
  });

  it('has causes first, and is not moved by what comes later', () => {
    fc.assert(
      fc.property(deeds, fc.nat({ max: 40 }), (given, cut) => {
        const all = namesOf(orderByCauses(given));
        for (const { id, causes } of given)
          for (const cause of causes) expect(all.indexOf(cause)).toBeLessThan(all.indexOf(id));
        const earlier = given.slice(0, cut + 1);
        const known = new Set(namesOf(earlier));
        expect(all.filter((id) => known.has(id))).toEqual(namesOf(orderByCauses(earlier)));
      }),
    );
  });

  it('goes by instants, whatever the offset, and then by names', () => {
    const at = (id: string, text: string): Deed => ({ id, at: text, causes: [] });
    const given = [
      at('c', '2026-06-01T12:00:00+02:00'),
      at('b', '2026-06-01T10:00:00Z'),
      at('a', '2026-06-01T11:00:00Z'),
    ];
    expect(namesOf(orderByCauses(given))).toEqual(['b', 'c', 'a']);
  });

  it('is not for what is its own cause', () => {
    const circle = [
      { id: 'a', at: '', causes: ['b'] },
      { id: 'b', at: '', causes: ['a'] },
    ];
    expect(() => orderByCauses(circle)).toThrow(RangeError);
  });
});

describe('corrections of one log', () => {
  it('form one chain, each at its end', () => {
    const chain = chainLogs([
      { id: 'later', at: '2026-06-03', takes: 'first' },
      { id: 'first', at: '2026-06-04' },
      { id: 'earlier', at: '2026-06-02', takes: 'first' },
      { id: 'last', at: '2026-06-01', takes: 'later' },
    ]);
    expect([...chain]).toEqual([
      ['first', 'earlier'],
      ['earlier', 'later'],
      ['later', 'last'],
    ]);
  });
});

describe('a summary', () => {
  const names = fc.uniqueArray(
    fc
      .tuple(fc.nat({ max: 3 }), fc.nat())
      .map(([part, end]) => `01900${part}00-0000-7000-8000-${end.toString(16).padStart(12, '0')}`),
    { maxLength: 60 },
  );

  it('leaves nothing out that the other does not know', () => {
    fc.assert(
      fc.property(names, fc.nat({ max: 60 }), (mine, cut) => {
        const theirs = mine.slice(0, cut);
        const unknown = new Set(listUnknown(mine, summarise(theirs)));
        expect(mine.slice(cut).every((name) => unknown.has(name))).toBe(true);
        expect(listUnknown(mine, summarise(mine.toReversed()))).toEqual([]);
      }),
    );
  });
});
