import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyOperation, findTag, replaceLog } from '#domain/operations/apply-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import { created, createOperation, goalId, goalRow, idOf, scope } from './operation-fixtures.ts';

function applied(row: StoredRow | undefined, op: Operation): StoredRow {
  const outcome = applyOperation(row, op);
  if (outcome.kind !== 'applied' && outcome.kind !== 'concurrent') throw new Error(JSON.stringify(outcome));
  return outcome.row;
}

describe('creating', () => {
  test('makes a row whose every field carries the operation as its tag', () => {
    const op = createOperation('create', { f: { text: 'Fem', shortName: 'Fem' } });
    const row = applied(undefined, op);
    expect(row).toEqual({ id: goalId, promiseId: scope, text: 'Fem', shortName: 'Fem', tags: { '*': op.id } });
    expect(findTag(row, 'text')).toBe(op.id);
  });

  test('a log needs no tags: its own id is its operation', () => {
    const op = createOperation('append', { tbl: 'progressLogs', id: 2, f: { date: '2026-03-31' } });
    const row = applied(undefined, op);
    expect(row.tags).toBeUndefined();
    expect(findTag(row, 'date')).toBe(op.id);
  });

  test('on an id that is taken becomes concurrent settings of the fields that differ', () => {
    const op = createOperation('create', { f: { text: 'Annan', shortName: 'Kontroller' } });
    const outcome = applyOperation(goalRow, op);
    expect(outcome).toMatchObject({
      kind: 'concurrent',
      fields: [{ field: 'text', value: 'Tolv kontroller', tag: created }],
    });
    expect(applied(goalRow, op)).toMatchObject({
      text: 'Annan',
      shortName: 'Kontroller',
      tags: { text: op.id, '*': created },
    });
  });

  test('a log that is there already stays what it is', () => {
    const log: StoredRow = { id: idOf(3), promiseId: scope, date: '2026-03-31' };
    const again = createOperation('append', { tbl: 'progressLogs', ent: idOf(3), f: { date: '2026-04-01' } });
    expect(applyOperation(log, again)).toEqual({ kind: 'applied', row: log });
  });
});

describe('set: the last to arrive wins', () => {
  test('what its author had seen is written over', () => {
    const op = createOperation('set', { f: { text: 'Ny' }, base: { text: created } });
    expect(applyOperation(goalRow, op)).toEqual({
      kind: 'applied',
      row: { ...goalRow, text: 'Ny', updatedAt: op.at, tags: { '*': created, text: op.id } },
    });
  });

  test('what its author had not seen is written over and told, with the value that stood', () => {
    const first = createOperation('set', { f: { text: 'Annas' }, base: { text: created } });
    const second = createOperation('set', { f: { text: 'Bos' }, base: { text: created } });
    const outcome = applyOperation(applied(goalRow, first), second);
    expect(outcome).toMatchObject({
      kind: 'concurrent',
      row: { text: 'Bos' },
      fields: [{ field: 'text', value: 'Annas', tag: first.id }],
    });
  });

  test('null removes an optional field', () => {
    const row = applied(goalRow, createOperation('set', { f: { weight: 2 }, base: { weight: created } }));
    expect(row.weight).toBe(2);
    const without = applied(
      row,
      createOperation('set', { f: { weight: null }, base: { weight: findTag(row, 'weight') } }),
    );
    expect(Object.hasOwn(without, 'weight')).toBe(false);
  });
});

describe('guard: the first to arrive wins', () => {
  const target = (value: number) => ({ kind: 'count', value, unit: 'kontroller' });

  test('a change that its author had seen the value of is applied', () => {
    const op = createOperation('guard', { f: { target: target(15) }, base: { target: created } });
    expect(applied(goalRow, op).target).toEqual(target(15));
  });

  test('a change over an unseen one is a conflict with what stands, and nothing is applied', () => {
    const first = createOperation('guard', { f: { target: target(15) }, base: { target: created } });
    const row = applied(goalRow, first);
    const second = createOperation('guard', { f: { target: target(8) }, base: { target: created } });
    expect(applyOperation(row, second)).toEqual({
      kind: 'conflict',
      fields: [{ field: 'target', value: target(15), tag: first.id }],
    });
  });

  test('one unseen field stops all of them', () => {
    const row = applied(goalRow, createOperation('guard', { f: { target: target(15) }, base: { target: created } }));
    const both = createOperation('guard', {
      f: { target: target(8), additionalOnly: true },
      base: { target: created, additionalOnly: created },
    });
    expect(applyOperation(row, both).kind).toBe('conflict');
  });
});

describe('members: two additions add up', () => {
  const [first, second, third, fourth] = [idOf(20), idOf(21), idOf(22), idOf(23)];
  const add = (id: string) =>
    createOperation('add', { f: { focusAreaIds: [id] }, base: { [`focusAreaIds/${id}`]: created } });
  const remove = (id: string, seen = created) =>
    createOperation('remove', { f: { focusAreaIds: [id] }, base: { [`focusAreaIds/${id}`]: seen } });

  test('whoever comes first, both members are there', () => {
    const one = applied(applied(goalRow, add(third)), add(fourth)).focusAreaIds;
    const other = applied(applied(goalRow, add(fourth)), add(third)).focusAreaIds;
    expect(one).toEqual([first, second, third, fourth]);
    expect(new Set(one as string[])).toEqual(new Set(other as string[]));
  });

  test('a removal takes out what its author had seen', () => {
    expect(applied(goalRow, remove(first)).focusAreaIds).toEqual([second]);
  });

  test('an addition wins over a removal that had not seen it, in either order', () => {
    const kept = applyOperation(applied(goalRow, add(first)), remove(first));
    expect(kept).toMatchObject({ kind: 'concurrent', row: { focusAreaIds: [first, second] } });
    expect(applied(applied(goalRow, remove(first)), add(first)).focusAreaIds).toEqual([second, first]);
  });

  test('a member that was added and seen can be removed', () => {
    const addition = add(third);
    expect(applied(applied(goalRow, addition), remove(third, addition.id)).focusAreaIds).toEqual([first, second]);
  });

  test('an order moves members and neither adds nor drops any', () => {
    const op = createOperation('set', {
      f: { focusAreaIds: [idOf(99), second, second] },
      base: { focusAreaIds: created },
    });
    expect(applied(goalRow, op).focusAreaIds).toEqual([second, first]);
  });
});

describe('removed rows', () => {
  const removal = createOperation('delete', { base: { deletedAt: created } });
  const removed = applied(goalRow, removal);

  test('are marked with the day, and come back without it', () => {
    expect(removed.deletedAt).toBe(removal.at);
    const restored = applied(removed, createOperation('restore', { base: { deletedAt: removal.id } }));
    expect(Object.hasOwn(restored, 'deletedAt')).toBe(false);
  });

  test.each(['set', 'guard', 'add', 'remove'] as const)(
    '%s is a conflict: the text is kept and a person decides',
    (kind) => {
      const f = {
        set: { text: 'Ny' },
        guard: { additionalOnly: true },
        add: { focusAreaIds: [idOf(25)] },
        remove: { focusAreaIds: [idOf(20)] },
      }[kind];
      expect(applyOperation(removed, createOperation(kind, { f }))).toMatchObject({
        kind: 'conflict',
        fields: [{ field: 'deletedAt', tag: removal.id }],
      });
    },
  );
});

describe('refusals', () => {
  test.each([
    ['an unknown field', createOperation('set', { f: { nonsense: 1 } }), 'unknown-field'],
    ['a field of its prototype', createOperation('set', { f: { constructor: 1 } }), 'unknown-field'],
    ['its prototype', createOperation('set', { f: JSON.parse('{"__proto__": {"polluted": true}}') }), 'unknown-field'],
    ['`prototype`', createOperation('set', { f: { prototype: 1 } }), 'unknown-field'],
    [
      'an unknown tag',
      createOperation('set', { f: { text: 'a' }, base: JSON.parse('{"__proto__": null}') }),
      'unknown-field',
    ],
    ['the id', createOperation('set', { f: { id: idOf(9) } }), 'unknown-field'],
    ['a stamp', createOperation('set', { f: { createdAt: '2026' } }), 'wrong-class'],
    ['a guarded field as a settable one', createOperation('set', { f: { target: null } }), 'wrong-class'],
    ['a settable field as a guarded one', createOperation('guard', { f: { text: 'a' } }), 'wrong-class'],
    ['a plain field as a set', createOperation('add', { f: { text: ['a'] } }), 'wrong-class'],
    ['members that are not a list', createOperation('add', { f: { focusAreaIds: 'a' } }), 'not-members'],
    [
      'a key of a member that is no text',
      createOperation('remove', { f: { focusAreaIds: [{ toString: '__proto__' }] } }),
      'not-members',
    ],
    ['nothing to write', createOperation('set', { f: {} }), 'fields-missing'],
    ['an unknown table', createOperation('set', { tbl: '__proto__' as 'goals', f: { text: 'a' } }), 'unknown-table'],
    ['an unknown kind', createOperation('nonsense' as 'set', { f: { text: 'a' } }), 'unknown-kind'],
    ['an id that is none', createOperation('set', { ent: '../goals', f: { text: 'a' } }), 'not-an-id'],
    ['more than 64 KiB', createOperation('set', { f: { text: 'å'.repeat(33_000) } }), 'too-large'],
  ])('%s', (_what, op, code) => {
    expect(applyOperation(goalRow, op)).toEqual({ kind: 'refused', code });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a row that is not there, and a row of another promise', () => {
    const op = createOperation('set', { f: { text: 'a' } });
    expect(applyOperation(undefined, op)).toEqual({ kind: 'refused', code: 'row-missing' });
    expect(applyOperation({ ...goalRow, promiseId: idOf(7) }, op)).toEqual({ kind: 'refused', code: 'other-scope' });
  });

  test('a log is never edited', () => {
    const log: StoredRow = { id: idOf(3), promiseId: scope, date: '2026-03-31' };
    const edit = createOperation('set', { tbl: 'progressLogs', ent: idOf(3), f: { date: '2026-04-01' } });
    expect(applyOperation(log, edit)).toEqual({ kind: 'refused', code: 'wrong-class' });
  });
});

test('a replaced log says which one follows it and is otherwise untouched', () => {
  const log = { id: idOf(3), date: '2026-03-31' };
  expect(replaceLog(log, idOf(4))).toEqual({ ...log, replacedBy: idOf(4) });
  expect(log).toEqual({ id: idOf(3), date: '2026-03-31' });
});

test('no operation changes the row it is given', () => {
  const frozen = structuredClone(goalRow);
  for (const op of [
    createOperation('set', { f: { text: 'Ny' } }),
    createOperation('add', { f: { focusAreaIds: [idOf(30)] } }),
    createOperation('remove', { f: { focusAreaIds: [idOf(20)] }, base: { [`focusAreaIds/${idOf(20)}`]: created } }),
    createOperation('delete'),
  ]) {
    applyOperation(goalRow, op);
    expect(goalRow).toEqual(frozen);
  }
});

test('no outcome depends on a clock (I20)', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Ett', 'Två', 'Tre'), { minLength: 1, maxLength: 6 }),
      fc.array(fc.string()),
      (texts, clocks) => {
        const play = (clockOf: (index: number) => string) => {
          let row = goalRow;
          for (const [index, text] of texts.entries()) {
            const base = { text: index % 2 === 0 ? created : findTag(row, 'text') };
            row = applied(row, createOperation('set', { id: 3000 + index, f: { text }, base, at: clockOf(index) }));
          }
          return { ...row, updatedAt: '' };
        };
        expect(play((index) => clocks[index] ?? '')).toEqual(play((index) => `2026-01-0${index + 1}`));
      },
    ),
  );
});
