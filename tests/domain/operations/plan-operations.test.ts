import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyOperation } from '#domain/operations/apply-operation.ts';
import { addMembers, compareMembers, orderMembers, removeMembers, toMemberKey } from '#domain/operations/members.ts';
import { countBytes, type Json, operationLimits, type StoredRow } from '#domain/operations/operation.ts';
import { packActions } from '#domain/operations/pack-actions.ts';
import { type PlannedChange, type PlannedWrite, planOperations } from '#domain/operations/plan-operations.ts';
import { isSameJson, toJson } from '#domain/operations/to-json.ts';
import { created, goalId, goalRow, idOf, scope } from './operation-fixtures.ts';

function plan(writes: readonly PlannedWrite[], rows: readonly StoredRow[] = [goalRow]) {
  let count = 5000;
  return planOperations(writes, {
    at: '2026-04-01T12:00:00+02:00',
    newId: () => {
      count += 1;
      return idOf(count);
    },
    findRow: (_table, id) => rows.find((row) => row.id === id),
    findStanding: (logId) => logId,
  });
}

function planned(...args: Parameters<typeof plan>): readonly PlannedChange[] {
  const result = plan(...args);
  if (result.kind !== 'planned') throw new Error(JSON.stringify(result));
  return result.changes;
}

const setGoal = (fields: Readonly<Record<string, Json>>, seen?: Readonly<Record<string, string>>): PlannedWrite => ({
  kind: 'set',
  table: 'goals',
  id: goalId,
  fields,
  seen,
});

describe('a change', () => {
  test('becomes one operation per class of field, with the tags its author saw and what stood before', () => {
    const target = { kind: 'count', value: 15, unit: 'kontroller' };
    const changes = planned([setGoal({ text: 'Ny', target, focusAreaIds: [idOf(21), idOf(22)] })]);
    expect(changes.map(({ op }) => [op.kind, op.f, op.base])).toEqual([
      ['remove', { focusAreaIds: [idOf(20)] }, { [`focusAreaIds/${idOf(20)}`]: created }],
      ['add', { focusAreaIds: [idOf(22)] }, { [`focusAreaIds/${idOf(22)}`]: created }],
      ['set', { text: 'Ny' }, { text: created }],
      ['guard', { target }, { target: created }],
    ]);
    expect(changes[2]?.before).toEqual({ text: 'Tolv kontroller' });
    expect(changes.at(-1)?.row).toMatchObject({ text: 'Ny', target, focusAreaIds: [idOf(21), idOf(22)] });
  });

  test('of nothing gives no operation', () => {
    expect(planned([setGoal({ text: 'Tolv kontroller', weight: null, focusAreaIds: [idOf(20), idOf(21)] })])).toEqual(
      [],
    );
  });

  test('of the order of members is an order', () => {
    const [change] = planned([setGoal({ focusAreaIds: [idOf(21), idOf(20)] })]);
    expect(change?.op).toMatchObject({ kind: 'set', f: { focusAreaIds: [idOf(21), idOf(20)] } });
  });

  test('of a guarded field that was changed since it was seen is a conflict', () => {
    const row = { ...goalRow, tags: { '*': created, target: idOf(77) } };
    const write = setGoal({ target: { kind: 'ongoing', unit: 'kontroller' } }, goalRow.tags);
    expect(plan([write], [row])).toMatchObject({
      kind: 'conflict',
      table: 'goals',
      id: goalId,
      fields: [{ field: 'target' }],
    });
  });

  test('of an unknown field is refused', () => {
    expect(plan([setGoal({ nonsense: 1 })])).toMatchObject({ kind: 'refused', code: 'unknown-field' });
  });

  test('of a row that is not there is refused', () => {
    expect(plan([setGoal({ text: 'Ny' })], [])).toMatchObject({ kind: 'refused', code: 'row-missing' });
  });

  test('is seen by the later writes of its action', () => {
    const changes = planned([setGoal({ text: 'Ett' }), setGoal({ text: 'Två' })]);
    expect(changes[1]?.op.base).toEqual({ text: changes[0]?.op.id });
    expect(changes[1]?.before).toEqual({ text: 'Ett' });
  });
});

describe('creating', () => {
  const log: StoredRow = { id: idOf(40), promiseId: scope, createdAt: 'nu', updatedAt: 'nu', date: '2026-03-31' };

  test('a log gives an operation with the log’s own id', () => {
    const [change] = planned([{ kind: 'create', table: 'progressLogs', record: log }]);
    expect(change?.op).toMatchObject({ id: log.id, kind: 'append', ent: log.id, scope });
  });

  test('the same record twice is creating it once, whatever the clock says', () => {
    const again = { ...log, createdAt: 'senare', updatedAt: 'senare' };
    expect(planned([{ kind: 'create', table: 'progressLogs', record: again }], [log])).toEqual([]);
    const other = { ...log, date: '2026-04-01' };
    expect(plan([{ kind: 'create', table: 'progressLogs', record: other }], [log])).toMatchObject({ code: 'id-taken' });
  });

  test('a correction of a log that this action has corrected replaces the correction', () => {
    const correct = (id: string): PlannedWrite => ({
      kind: 'create',
      table: 'progressLogs',
      record: { ...log, id, corrects: log.id },
    });
    const changes = planned([correct(idOf(41)), correct(idOf(42))]);
    expect(changes.map(({ op }) => op.base)).toEqual([undefined, { corrects: idOf(41) }]);
  });
});

test('planned operations give the wanted row when they are applied one by one', () => {
  const members = fc.uniqueArray(fc.integer({ min: 20, max: 27 }).map(idOf), { maxLength: 8 });
  fc.assert(
    fc.property(members, members, fc.option(fc.string()), (before, wanted, text) => {
      const row = { ...goalRow, focusAreaIds: before };
      const changes = planned(
        [setGoal({ focusAreaIds: wanted, weight: text === null ? null : text.length + 1 })],
        [row],
      );
      let current: StoredRow = row;
      for (const { op } of changes) {
        const outcome = applyOperation(current, { v: 1, ...op, tx: op.id, txi: 0, txn: 1 });
        expect(outcome.kind).toBe('applied');
        if (outcome.kind === 'applied') current = outcome.row;
      }
      expect(current.focusAreaIds).toEqual(wanted);
      expect(changes.at(-1)?.row ?? row).toEqual(current);
    }),
  );
});

describe('members', () => {
  test('are named by themselves, by their id, or by all that they say', () => {
    expect(toMemberKey('a')).toBe('a');
    expect(toMemberKey({ id: 'x', name: 'y' })).toBe('x');
    expect(toMemberKey({ role: 'lead', partyId: 'p' })).toBe(toMemberKey({ partyId: 'p', role: 'lead' }));
    expect(toMemberKey({ partyId: 'p', role: 'lead' })).not.toBe(toMemberKey({ partyId: 'p', role: 'takes-part' }));
  });

  test('a member whose content changed is added in its place', () => {
    const before = [
      { id: 'a', name: 'Ett' },
      { id: 'b', name: 'Två' },
    ];
    const wanted = [
      { id: 'a', name: 'Nytt' },
      { id: 'b', name: 'Två' },
    ];
    expect(compareMembers(before, wanted)).toEqual({ added: [wanted[0]], removed: [] });
    expect(addMembers(before, [{ id: 'a', name: 'Nytt' }])).toEqual(wanted);
  });

  test('what a comparison says turns the one into the other', () => {
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(list, list, (before, wanted) => {
        const { added, removed, order } = compareMembers(before, wanted);
        const changed = addMembers(removeMembers(before, new Set(removed)), added);
        expect(order ? orderMembers(changed, order) : changed).toEqual(wanted);
      }),
    );
  });
});

describe('packing', () => {
  const change = (size: number): PlannedChange => ({
    op: { id: goalId, sv: 1, kind: 'set', tbl: 'goals', ent: goalId, scope, f: { text: 'x'.repeat(size) }, at: '' },
    row: goalRow,
  });

  test('keeps an ordinary action whole', () => {
    expect(packActions([change(10), change(10)]).map((pack) => pack.length)).toEqual([2]);
  });

  test('gives no action more than 200 operations or 512 KiB, and loses none', () => {
    expect(packActions(Array.from({ length: 450 }, () => change(10))).map((pack) => pack.length)).toEqual([
      200, 200, 50,
    ]);
    const large = packActions(Array.from({ length: 20 }, () => change(60_000)));
    expect(large.map((pack) => pack.length)).toEqual([8, 8, 4]);
    for (const pack of large)
      expect(countBytes(JSON.stringify(pack.map(({ op }) => op)))).toBeLessThan(operationLimits.actionBytes);
  });
});

test('bytes are those of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(countBytes(text)).toBe(encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, 'x').length);
    }),
  );
});

test('JSON values survive a trip through JSON, and equal ones are equal in any order of names', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = toJson(value);
      expect(JSON.parse(JSON.stringify(json))).toEqual(json);
      expect(isSameJson(json, JSON.parse(JSON.stringify(json)))).toBe(true);
    }),
  );
  expect(toJson({ a: undefined, b: -0 })).toEqual({ b: 0 });
  expect(isSameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(isSameJson({ a: 1 }, { b: 1 })).toBe(false);
  expect(isSameJson([], {})).toBe(false);
});
