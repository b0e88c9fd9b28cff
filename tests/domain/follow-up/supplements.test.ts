import { expect, test } from 'vitest';
import {
  appendSupplements,
  listLaterMeasurements,
  listSupplements,
  onlyAddsSupplements,
  toSupplementMeasurement,
} from '#domain/follow-up/supplements.ts';
import { followUpSchema, type Supplement } from '#domain/records/follow-up.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import type { Report } from '#domain/report/report.ts';
import {
  createGoal,
  createMeasurement,
  createPromise,
  goalId,
  idOf,
  police,
} from '#tests/support/progress-builders.ts';

const hash = 'a'.repeat(64);
const snapshot = { id: idOf(700), takenAt: '2027-01-20T10:00:00+01:00', asOf: '2027-01-01', parts: 1, hash };
const survey = createMeasurement('2027-05-02', 71, { n: 804 });
const supplement = (number: number, fields: Partial<Supplement> = {}): Supplement => ({
  id: idOf(800 + number),
  partyId: police,
  function: 'lokalpolisområdeschef',
  on: `2027-05-0${number}`,
  profileId: idOf(1),
  hash,
  text: 'Tryggheten har ökat.',
  measurements: [toSupplementMeasurement(survey)],
  ...fields,
});
const report: Report = { title: 'Löfte', subtitle: '2026', language: 'sv', facts: [], chapters: [], footer: 'fot' };

test('a follow-up with supplements is one that the schema lets in', () => {
  const record = {
    ...{ id: idOf(1), promiseId: idOf(2), createdAt: '-', updatedAt: '-', kind: 'annual', dueOn: '2027-01-31' },
    ...{ period: { from: '2026-01-01', to: '2026-12-31' }, state: 'decided', sections: [], signOffs: [] },
    ...{ decisions: [], snapshot, supplements: [supplement(1)] },
  };
  expect(parseRecord(followUpSchema, record).kind).toBe('valid');
});

test('only new ones under the same checksum may come; none is changed or taken away', () => {
  const first = supplement(1);
  const adds = (supplements: Supplement[], before: Supplement[] = [first]) =>
    onlyAddsSupplements(before, { snapshot, supplements });
  expect(adds([first, supplement(2)])).toBe(true);
  expect(adds([first])).toBe(true);
  expect(adds([])).toBe(false);
  expect(adds([{ ...first, text: 'Annat' }])).toBe(false);
  expect(adds([first, supplement(2, { hash: 'b'.repeat(64) })])).toBe(false);
  expect(adds([first, first])).toBe(false);
  expect(onlyAddsSupplements([], { snapshot: undefined, supplements: [first] })).toBe(false);
});

test('it stands after the report, which is not touched', () => {
  const frozen = JSON.stringify(report);
  const followUp = { snapshot, supplements: [supplement(2), supplement(1), supplement(3, { hash: 'b'.repeat(64) })] };
  expect(listSupplements(followUp).map(({ on }) => on)).toEqual(['2027-05-01', '2027-05-02']);
  const whole = appendSupplements(report, followUp, createPromise());

  expect(JSON.stringify(report)).toBe(frozen);
  const chapter = whole.chapters.at(-1);
  expect(chapter?.title).toBe('Tillägg');
  const text = JSON.stringify(chapter);
  expect(text).toContain('Tryggheten har ökat.');
  expect(text).toMatch(/Tillagt av lokalpolisområdeschef, Polisen, 1\smaj 2027 \(ej inloggad\)\./);
  expect(text).toContain('"value":71');
  expect(whole.facts.at(-1)?.text).toMatch(/^2, senast 2\smaj 2027$/);
  expect(appendSupplements(report, { snapshot }, createPromise())).toBe(report);
});

test('measurements that came later are offered once, and never those of a goal about people', () => {
  const goal = createGoal({ kind: 'ongoing', unit: 'st' });
  const before = createMeasurement('2026-11-01', 60);
  const list = (personRelated: boolean, supplements: Supplement[] = []) =>
    listLaterMeasurements([survey, before], [{ ...goal, id: goalId, personRelated }], { snapshot, supplements });
  expect(list(false)).toEqual([survey]);
  expect(list(false, [supplement(1)])).toEqual([]);
  expect(list(true)).toEqual([]);
});
