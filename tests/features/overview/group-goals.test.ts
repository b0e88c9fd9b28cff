import { describe, expect, test } from 'vitest';
import { answerQuestions } from '#features/overview/answer-questions.ts';
import { computeGoals, sumUpPromise } from '#features/overview/compute-goals.ts';
import { groupGoals } from '#features/overview/group-goals.ts';
import { listByParty, tabulateCredits } from '#features/overview/tabulate-credits.ts';
import { overview, promise, today } from '#tests/support/sample-overview.ts';

const standings = computeGoals(overview, today);
const groups = groupGoals(standings);
const namesOf = (group: string) =>
  groups.find((one) => one.group === group)?.standings.map(({ goal }) => goal.shortName) ?? [];

describe('the groups of the overview', () => {
  test('every goal is in exactly one group', () => {
    const grouped = groups.flatMap((one) => one.standings.map(({ goal }) => goal.id));
    expect(grouped.toSorted()).toEqual(overview.goals.map(({ id }) => id).toSorted());
  });

  test('what the first sentence says needs to be discussed stands under that heading', () => {
    const { rollUp } = sumUpPromise(standings, 'sv');
    const listed = groups.find(({ group }) => group === 'talk')?.standings.map(({ goal }) => goal.id) ?? [];
    expect(listed.toSorted()).toEqual([...rollUp.needsTalk].toSorted());
    expect(listed.length).toBeGreaterThan(0);
  });

  test('a goal that can no longer be met comes before one that is only late', () => {
    expect(namesOf('talk').indexOf('Mopedträffar')).toBeLessThan(namesOf('talk').indexOf('Tolv trafikkontroller'));
  });

  test('effects have a lane of their own', () => {
    expect(namesOf('effects')).toContain('Fler trygga ute på kvällen');
    expect(namesOf('good')).not.toContain('Fler trygga ute på kvällen');
  });

  test('a rescoped goal and one without a measure are kept apart', () => {
    expect(namesOf('rescoped')).toEqual(['Kvällar vid badplatsen']);
    expect(namesOf('unmeasured')).toEqual(['Löpande information']);
  });
});

describe('the three questions', () => {
  test('work, goals and difference are answered each for itself', () => {
    const { work, activityGoals, resultGoals, effects } = answerQuestions(overview.activities, standings, 'sv');
    expect(work.reduce((sum, { count }) => sum + Number(count), 0)).toBe(overview.activities.length);
    expect(activityGoals).toMatch(/mål nått|mål nådda/);
    expect(resultGoals).toMatch(/mål nått|mål nådda/);
    expect(effects.reduce((sum, { count }) => sum + Number(count), 0)).toBe(
      overview.goals.filter(({ level }) => level === 'effect').length,
    );
  });

  test('a promise without goals leaves its questions open', () => {
    expect(answerQuestions([], [], 'sv')).toEqual({
      work: [],
      activityGoals: undefined,
      resultGoals: undefined,
      effects: [],
    });
  });
});

describe('what each party did', () => {
  const table = tabulateCredits(standings, overview.totals, promise, { view: 'parties' });

  test('the columns less what is joint are the total, which counts joint work once', () => {
    for (const { credits } of table.rows) {
      const sum = credits.bars.reduce((all, bar) => all + bar.amount, credits.unassigned);
      expect(sum - credits.overlap).toBe(credits.total);
    }
  });

  test('no party is credited with more than a goal’s total', () => {
    for (const { lines } of listByParty(table)) {
      for (const { amount, total } of lines) expect(amount).toBeLessThanOrEqual(total);
    }
  });

  test('a chosen party is shown alone with its units', () => {
    const police = promise.parties.find(({ kind, parentId }) => kind === 'police' && parentId === undefined);
    const own = tabulateCredits(standings, overview.totals, promise, { view: 'parties', partyId: police?.id });
    expect(own.parties.map(({ name }) => name)).toEqual(['Lokalpolisområde Exempelbygden', 'Trafikgruppen']);
  });
});
