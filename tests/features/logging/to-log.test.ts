import { describe, expect, it } from 'vitest';
import { type LogDraft, startDraft } from '#features/logging/log-draft.ts';
import { toLog } from '#features/logging/to-log.ts';
import { context, idOf, ids, makeGoal, now, today } from './sample.ts';

const draftOf = (changes: Partial<LogDraft> = {}): LogDraft => ({
  ...startDraft(idOf(100), [ids.traffic], today),
  ...changes,
});
const parse = (changes: Partial<LogDraft> = {}) => toLog(draftOf(changes), context, { now, today });
const issuesOf = (changes: Partial<LogDraft>) => {
  const parsed = parse(changes);
  return parsed.kind === 'invalid' ? parsed.issues.map(({ path, code }) => `${path}: ${code}`) : [];
};
const logOf = (changes: Partial<LogDraft> = {}) => {
  const parsed = parse(changes);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
};

describe('an untouched form', () => {
  it('is one occasion today by the party that holds the phone', () => {
    expect(logOf()).toEqual({
      id: idOf(100),
      promiseId: ids.promise,
      createdAt: now,
      updatedAt: now,
      activityIds: [ids.traffic],
      date: today,
      quantities: { [ids.trafficCount]: 1 },
      state: 'done',
      partyIds: [ids.police],
      byOutcomes: [],
      confirmedBy: [],
      visibility: 'internal',
      review: 'none',
    });
  });

  it('credits all parties of joint work', () => {
    expect(logOf({ activityIds: [ids.walk] }).partyIds).toEqual([ids.police, ids.municipality]);
  });
});

describe('numbers', () => {
  it('are read as people type them', () => {
    expect(logOf({ count: '1 204' }).quantities).toEqual({ [ids.trafficCount]: 1204 });
  });

  it('that cannot be whole are refused beside the field, with every other fault of the form', () => {
    expect(issuesOf({ count: '1,5', quantities: { [ids.drivers]: 'tre' }, note: 'x'.repeat(401) })).toEqual([
      'count: not-whole',
      `quantities.${ids.drivers}: not-a-number`,
      'note: too-long',
    ]);
  });

  it('that could be read in two ways are asked about', () => {
    expect(issuesOf({ count: '1.234' })).toEqual(['count: ambiguous']);
  });

  it('left out are absent, never 0', () => {
    expect(issuesOf({ count: '' })).toEqual(['count: required']);
    expect(logOf({ quantities: {} }).quantities).not.toHaveProperty(ids.drivers);
  });

  it('refuse zero occasions, since there is a way to say that nothing happened', () => {
    expect(issuesOf({ count: '0' })).toEqual(['count: zero-occasions']);
  });

  it('of a share need both sides, and the part within the whole', () => {
    expect(issuesOf({ quantities: { [ids.soberDrivers]: '3' } })).toEqual([`quantities.${ids.drivers}: whole-needed`]);
    expect(issuesOf({ quantities: { [ids.drivers]: '3' } })).toEqual([`quantities.${ids.soberDrivers}: part-needed`]);
    expect(issuesOf({ quantities: { [ids.drivers]: '3', [ids.soberDrivers]: '4' } })).toEqual([
      `quantities.${ids.soberDrivers}: part-exceeds-whole`,
    ]);
    expect(logOf({ quantities: { [ids.drivers]: '4', [ids.soberDrivers]: '0' } }).quantities).toEqual({
      [ids.trafficCount]: 1,
      [ids.drivers]: 4,
      [ids.soberDrivers]: 0,
    });
  });

  it('of another activity that was chosen for a while are not saved', () => {
    expect(logOf({ activityIds: [ids.walk], quantities: { [ids.drivers]: '4' } }).quantities).toEqual({
      [ids.walkCount]: 1,
    });
  });

  it('are counted on each activity that one piece of work belongs to', () => {
    expect(logOf({ activityIds: [ids.traffic, ids.walk], count: '2' }).quantities).toEqual({
      [ids.trafficCount]: 2,
      [ids.walkCount]: 2,
    });
  });
});

describe('days', () => {
  it('to come are only for plans', () => {
    expect(issuesOf({ date: '2026-11-22' })).toEqual(['date: future-only-planned']);
    expect(logOf({ date: '2026-11-22', state: 'planned' }).state).toBe('planned');
  });

  it('that have passed are not planned anew', () => {
    expect(issuesOf({ date: '2026-11-20', state: 'planned' })).toEqual(['date: planned-in-the-past']);
  });

  it('that do not exist are refused', () => {
    expect(issuesOf({ date: '2026-02-30' })).toContain('date: not-a-day');
  });
});

describe('states without work', () => {
  it.each(['cancelled', 'nothing-to-report'] as const)('%s carries no amounts', (state) => {
    expect(logOf({ state, count: '', quantities: { [ids.drivers]: '4' } }).quantities).toEqual({});
  });
});

describe('named items', () => {
  it('are kept for the goals that the activity feeds', () => {
    const reached = [
      { goalId: ids.schoolGoal, itemId: ids.stepTwo, effort: ' Skolan tackade nej ' },
      { goalId: ids.trafficGoal, itemId: ids.stepOne },
    ];
    expect(logOf({ activityIds: [ids.school], reached }).reached).toEqual([
      { goalId: ids.schoolGoal, itemId: ids.stepTwo, effort: 'Skolan tackade nej' },
    ]);
  });

  it('that were looked into and found impossible need the reason', () => {
    const reached = [{ goalId: ids.schoolGoal, itemId: ids.stepTwo, effort: ' ' }];
    expect(issuesOf({ activityIds: [ids.school], reached })).toEqual([`reached.${ids.stepTwo}: reason-needed`]);
  });
});

describe('different persons', () => {
  const personGoal = makeGoal(idOf(60), { kind: 'count', value: 5, unit: 'personer', distinctPersons: true }, [
    { activityId: ids.traffic, measureId: ids.drivers },
  ]);
  const among = { ...context, goals: [personGoal] };
  const codes = (changes: Partial<LogDraft>) => {
    const parsed = toLog(draftOf(changes), among, { now, today });
    return parsed.kind === 'invalid' ? parsed.issues.map(({ path, code }) => `${path}: ${code}`) : [];
  };

  it('are asked about only when somebody was counted', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ quantities: { [ids.drivers]: '0' } })).toEqual([]);
    expect(codes({ quantities: { [ids.drivers]: '2' } })).toEqual(['newPerson: answer-needed']);
    expect(codes({ quantities: { [ids.drivers]: '2' }, newPerson: 'unsure' })).toEqual([]);
  });
});

describe('a correction', () => {
  it('names what it replaces and says why', () => {
    expect(issuesOf({ corrects: idOf(99) })).toEqual(['correctionReason: reason-needed']);
    const log = logOf({ corrects: idOf(99), correctionReason: 'Fel antal' });
    expect(log).toMatchObject({ corrects: idOf(99), correctionReason: 'Fel antal' });
  });
});

describe('free text', () => {
  it('with a personal number is never saved', () => {
    expect(issuesOf({ note: 'Talade med 811228-9874' })).toEqual(['note: personal-number']);
    expect(issuesOf({ note: 'Talade med 811228-9874', overrideReason: 'Det går bra' })).toEqual([
      'note: personal-number',
    ]);
  });

  it('that looks like personal data is saved only with a reason', () => {
    expect(issuesOf({ note: 'Ring 070-174 06 05' })).toHaveLength(1);
    expect(logOf({ note: 'Ring 070-174 06 05', overrideReason: 'Receptionens nummer' }).note).toBe(
      'Ring 070-174 06 05',
    );
  });

  it('is screened in every field that has it', () => {
    const number = '811228-9874';
    expect(
      issuesOf({
        place: number,
        evidenceReference: number,
        byOutcomes: [{ name: number, count: '1' }],
        activityIds: [ids.school],
        reached: [{ goalId: ids.schoolGoal, itemId: ids.stepTwo, effort: number }],
      }),
    ).toHaveLength(4);
  });
});
