import { describe, expect, test } from 'vitest';
import { changeFilters, findAsOf, hasFilters, parseFilters, showsGoal } from '#features/overview/overview-filters.ts';
import { findGoal, overview, promise, today } from '#tests/support/sample-overview.ts';

const parse = (search: string) => parseFilters(new URLSearchParams(search), overview);
const [area] = overview.focusAreas;
const municipality = promise.parties.find(({ kind }) => kind === 'municipality');
const school = promise.parties.find(({ kind }) => kind === 'school');

describe('the filters of the overview', () => {
  test('an address without filters shows every goal of the whole period', () => {
    expect(parse('')).toEqual({ view: 'goals' });
    expect(hasFilters(parse(''))).toBe(false);
  });

  test.each(['vy=karta', 'part=nobody', 'omrade=nowhere', 'fran=2026-02-30', 'fran=2026-05-01&till=2026-04-01'])(
    'what an address gets wrong is ignored: %s',
    (search) => {
      expect(parse(search)).toEqual({ view: 'goals' });
    },
  );

  test('a filter that was chosen is read back from the address it makes', () => {
    const chosen = {
      view: 'parties',
      partyId: school?.id,
      focusAreaId: area?.id,
      from: '2026-03-02',
      to: '2026-06-28',
    } as const;
    expect(parseFilters(changeFilters(new URLSearchParams('lofte=x'), chosen), overview)).toEqual(chosen);
  });

  test('choosing the plain view leaves no trace in the address', () => {
    const next = changeFilters(new URLSearchParams('vy=rytm&lofte=x'), { view: 'goals' });
    expect(next.toString()).toBe('lofte=x');
  });

  test('figures are told for the end of the chosen period, and never for a day to come', () => {
    expect(findAsOf(parse('till=2026-06-30'), today)).toBe('2026-06-30');
    expect(findAsOf(parse('till=2027-06-30'), today)).toBe(today);
  });

  test('a party stands for its own units too', () => {
    const goal = { ownerPartyIds: [school?.id ?? ''], focusAreaIds: [] };
    expect(showsGoal(goal, { view: 'goals', partyId: municipality?.id }, promise.parties)).toBe(true);
    expect(showsGoal(goal, { view: 'goals', partyId: promise.parties[0]?.id }, promise.parties)).toBe(false);
  });

  test('a focus area shows the goals that name it', () => {
    const goal = findGoal('Tolv trafikkontroller');
    const [own] = goal.focusAreaIds;
    const other = overview.focusAreas.find(({ id }) => id !== own);
    expect(showsGoal(goal, { view: 'goals', focusAreaId: own }, promise.parties)).toBe(true);
    expect(showsGoal(goal, { view: 'goals', focusAreaId: other?.id }, promise.parties)).toBe(false);
  });
});
