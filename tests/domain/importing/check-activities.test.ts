import { describe, expect, test } from 'vitest';
import type { Cell } from '#domain/importing/cell.ts';
import { type ActivityAnswers, checkActivities } from '#domain/importing/check-activities.ts';
import type { ActivityRole } from '#domain/importing/column-roles.ts';
import { planActivities } from '#domain/importing/plan-activities.ts';
import { activitySchema } from '#domain/records/activity.ts';
import { focusAreaSchema } from '#domain/records/focus-area.ts';
import { goalSchema } from '#domain/records/goal.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { idOf, police } from '#tests/support/progress-builders.ts';
import { meetings, patrols, promise, suggest, today } from './sample-table.ts';

const header = ['Fokusområde', 'Aktivitet', 'Ansvarig', 'Mål', 'Enhet', 'Period'];
const area = {
  id: idOf(900),
  promiseId: promise.id,
  createdAt: '-',
  updatedAt: '-',
  name: 'Trygghet',
  order: 0,
  themes: [],
  causes: [],
};

function check(rows: readonly (readonly Cell[])[], answers: Partial<ActivityAnswers> = {}) {
  const all = [header, ...rows];
  const roles = suggest(all, 'activities').map(({ role }) => role as ActivityRole);
  return checkActivities(
    all,
    { headerRow: 0, roles },
    { promise, activities: [patrols, meetings], focusAreas: [area], today, occasionsUnit: 'insatser' },
    { parties: {}, twice: false, exists: false, ...answers },
  );
}

function plan(ready: Parameters<typeof planActivities>[0], sealedOn?: string) {
  let made = 6000;
  return planActivities(ready, {
    promise: sealedOn ? { ...promise, seal: { signatures: [], sealedOn } } : promise,
    ...{ now: '2026-11-21T09:00:00+01:00', today, order: 7, areaOrder: 1 },
    newId: () => idOf(made++),
    occasions: { name: 'Antal insatser', unit: 'insatser' },
  });
}

describe('a row of what was promised', () => {
  test('becomes an activity, and a goal that it feeds where it says how much', () => {
    const { ready, newFocusAreas } = check([
      ['Trygghet', 'Vi går ut på kvällar.', 'Polisen', '12', 'pass', ''],
      ['Trafik', 'Vi mäter hastighet.', '', '2 kontroller per månad', '', ''],
      ['trafik', 'Vi berättar.', '', '', '', ''],
    ]);
    expect(newFocusAreas).toEqual(['Trafik']);
    const { focusAreas, activities, goals } = plan(ready);
    for (const record of focusAreas) expect(parseRecord(focusAreaSchema, record).kind).toBe('valid');
    for (const record of activities) expect(parseRecord(activitySchema, record).kind).toBe('valid');
    for (const record of goals) expect(parseRecord(goalSchema, record).kind).toBe('valid');
    const made = focusAreas[0]?.id;
    expect(activities.map(({ shortName, focusAreaId, order }) => [shortName, focusAreaId, order])).toEqual([
      ['Vi går ut på kvällar', area.id, 7],
      ['Vi mäter hastighet', made, 9],
      ['Vi berättar', made, 11],
    ]);
    expect(activities[0]?.parties).toEqual([{ partyId: police, role: 'responsible' }]);
    expect(goals.map(({ target, feeds, order }) => [target, feeds[0]?.activityId, order])).toEqual([
      [{ kind: 'count', value: 12, unit: 'pass' }, activities[0]?.id, 8],
      [{ kind: 'recurrence', times: 2, per: 'month', reading: 'average', unit: 'kontroller' }, activities[1]?.id, 10],
    ]);
  });

  test('after the seal is said to have come later', () => {
    const { ready } = check([['', 'Vi går ut.', '', '12', '', '']]);
    expect(plan(ready, '2026-02-01').goals).toMatchObject([
      {
        origin: 'added-for-follow-up',
        versions: [{ validFrom: '2026-01-01', target: { value: 12, unit: 'insatser' } }],
      },
    ]);
  });

  test('that is there already, or comes twice, is told apart', () => {
    const rows = [
      ['', 'Nattvandring', '', '', '', ''],
      ['', 'Vi går ut.', '', '', '', ''],
      ['', 'vi går ut', '', '', '', ''],
    ];
    expect(check(rows)).toMatchObject({ ready: [{ row: 2 }], exists: [1], twice: [3] });
    expect(check(rows, { twice: true, exists: true }).ready).toHaveLength(3);
  });

  test.each<[readonly Cell[], string]>([
    [['Trygghet', '', '', '3', '', ''], 'text-missing'],
    [['', 'Vi går.', '', 'många', '', ''], 'not-a-number'],
    [['', 'Vi går.', '', '3', '', 'ibland'], 'period-unknown'],
    [['', 'Vi går till 19900101-2385.', '', '', '', ''], 'personal-number'],
  ])('%j is a problem', (row, code) => {
    expect(check([row]).problems).toMatchObject([{ row: 1, code }]);
  });

  test('asks once about a party that the promise lacks', () => {
    const rows = [
      ['', 'Vi går.', 'Grannarna', '', '', ''],
      ['', 'Vi ser.', 'grannarna', '', '', ''],
    ];
    expect(check(rows)).toMatchObject({
      ready: [],
      askedRows: [1, 2],
      questions: [{ field: 'party', key: 'grannarna' }],
    });
    expect(check(rows, { parties: { grannarna: 'leave-out' } }).ready).toHaveLength(2);
  });
});
