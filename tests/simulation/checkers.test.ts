/** The checkers themselves: histories made wrong by hand, and whether anybody notices. */
import { describe, expect, test } from 'vitest';
import type { DeviceMeta, HeldScope } from '#domain/delivery/device-state.ts';
import { toScopeKey } from '#domain/delivery/scope-key.ts';
import type { RowKey, SyncedRow } from '#domain/delivery/synced-row.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { schemaVersion } from '#domain/operations/operation.ts';
import type { Pulled } from '#protocol/pull.ts';
import type { ReceivedPush } from '#protocol/push.ts';
import type { HistoryEntry, PushChanges, StoredResult } from '#server/exchange/exchange-rows.ts';
import { checkPulled } from './check-answers.ts';
import { checkBounds, checkBoxes, checkCursors, checkReopened } from './check-device.ts';
import { createSpaceChecks } from './check-space.ts';
import { createDisk } from './memory-device.ts';
import { createSpace, grant, type SpaceTables } from './memory-space.ts';
import { idOf } from './random.ts';

const promiseId = idOf(1, 1);
const [anna, bo] = ['anna', 'bo'];
const dev = idOf(3, 1);
const key: RowKey = `activities/${idOf(1, 2)}`;
const row = (fields: object = {}): SyncedRow =>
  ({
    id: idOf(1, 2),
    promiseId,
    version: 1,
    text: 'text',
    shortName: 'name',
    tags: { '*': idOf(4, 0) },
    ...fields,
  }) as SyncedRow;

const operation = (number: number, given: Partial<Operation> = {}): Operation => ({
  v: 1,
  id: idOf(4, number),
  tx: idOf(5, number),
  txi: 0,
  txn: 1,
  sv: schemaVersion,
  kind: 'set',
  tbl: 'activities',
  ent: idOf(1, 2),
  scope: promiseId,
  f: { text: `text ${number}` },
  base: { text: idOf(4, 0) },
  at: '2026-01-01T00:00:00.000Z',
  ...given,
});

const toResult = ({ id }: Operation, given: Partial<StoredResult> = {}): StoredResult => ({
  id,
  userId: anna,
  kind: 'applied',
  version: 1,
  original: 1,
  digest: '',
  ...given,
});

const toEntry = (op: Operation, given: Partial<HistoryEntry> = {}): HistoryEntry => ({
  version: 1,
  n: 0,
  userId: anna,
  op,
  receivedAt: 0,
  ...given,
});

const toRequest = (operations: readonly Operation[]): ReceivedPush => ({
  epoch: '',
  dev,
  acked: 0,
  operations: operations.map((op, index) => ({ kind: 'operation', seq: index + 1, op })),
});

function save(operations: readonly Operation[], given: Partial<PushChanges> = {}): PushChanges {
  return {
    version: 1,
    device: { dev, userId: anna, lastSeq: operations.length, acked: 0 },
    sequence: operations.map(({ id }, index) => ({ seq: index + 1, id })),
    results: operations.map((op) => toResult(op)),
    rows: [{ key, after: row() }],
    history: operations.map((op, n) => toEntry(op, { n })),
    grants: [],
    parked: [],
    unparked: [],
    report: { at: 0, isReplayed: false, operations: [] },
    sums: new Map(),
    ...given,
  };
}

function startServer() {
  const found: string[] = [];
  const { tables } = createSpace('line');
  tables.rows.set(`promises/${promiseId}`, { id: promiseId, promiseId, version: 0 } as SyncedRow);
  grant(tables, anna, promiseId, { role: 'manager', lens: 'full' });
  const checks = createSpaceChecks((invariant) => found.push(invariant));
  const check = (operations: readonly Operation[], changes: PushChanges, userId = anna) =>
    checks.checkSave(changes, tables, toRequest(operations), { userId, actions: new Map(), erased: new Map() });
  return { found, tables, checks, check };
}

type Server = ReturnType<typeof startServer>;

describe('a server that', () => {
  const one = operation(1);
  const two = operation(2);
  const pair = [operation(1, { txn: 2 }), operation(2, { tx: idOf(5, 1), txi: 1, txn: 2 })];
  const wrong: readonly (readonly [string, string, (server: Server) => void])[] = [
    [
      'lets an operation have two effects',
      'I1',
      ({ check }) => {
        check([one], save([one]));
        check([one], save([one], { version: 2, history: [toEntry(one, { version: 2 })] }));
      },
    ],
    [
      'answers an accepted operation a second time',
      'I1',
      ({ check, tables }) => {
        tables.results.set(one.id, toResult(one));
        check([one], save([one]));
      },
    ],
    [
      'gives a version twice',
      'I7',
      ({ check }) => {
        check([one], save([one]));
        check([two], save([two]));
      },
    ],
    [
      'goes back in its versions',
      'I7',
      ({ check, tables }) => {
        tables.space = { ...tables.space, version: 5 };
        check([one], save([one]));
      },
    ],
    [
      'writes a row under a version of the past',
      'I7',
      ({ check }) => check([one], save([one], { rows: [{ key, after: row({ version: 0 }) }] })),
    ],
    [
      'gives the operations of an action two versions',
      'I10',
      ({ check }) =>
        check(pair, save(pair, { version: 2, history: pair.map((op, n) => toEntry(op, { n, version: n + 1 })) })),
    ],
    [
      'lets half an action have its effect',
      'I10',
      ({ check }) => check(pair, save(pair, { history: [toEntry(pair[0] ?? one)] })),
    ],
    [
      'writes what it has refused',
      'I10',
      ({ check }) => check([one], save([one], { results: [toResult(one, { kind: 'rejected' })] })),
    ],
    [
      'refuses what its author had seen',
      'I11',
      ({ check }) => {
        const fields = [{ field: 'text', value: 'text', tag: idOf(4, 0) }];
        check([one], save([one], { history: [], results: [toResult(one, { kind: 'conflict', fields })] }));
      },
    ],
    [
      'leaves a hole in a sequence',
      'I12',
      ({ check }) => check([one], save([one], { sequence: [{ seq: 2, id: one.id }] })),
    ],
    [
      'counts further than it has come',
      'I12',
      ({ check }) => check([one], save([one], { device: { dev, userId: anna, lastSeq: 4, acked: 0 } })),
    ],
    [
      'lets two people use one device',
      'I13',
      ({ check, tables }) => {
        tables.devices.set(dev, { dev, userId: bo, lastSeq: 0, acked: 0 });
        check([one], save([one]));
      },
    ],
    ['stops at an operation', 'I19', ({ checks }) => checks.checkPushed(1, toRequest([one, two]))],
    [
      'believes a receipt that it never gave',
      'I26',
      ({ check }) => check([one], save([one], { history: [toEntry(one, { placedAt: 7 })] })),
    ],
    [
      'believes a receipt that it gave to somebody else',
      'I26',
      ({ check, checks }) => {
        checks.noteReceipt({ userId: bo, operationId: one.id, digest: '', original: 7 });
        check([one], save([one], { history: [toEntry(one, { placedAt: 7 })] }));
      },
    ],
    ['lets a stranger write', 'rights', ({ check }) => check([one], save([one]), bo)],
    [
      'lets an editor change what was agreed',
      'rights',
      ({ check, tables }) => {
        grant(tables, bo, promiseId, { role: 'editor', lens: 'full' });
        const agreed = operation(1, { tbl: 'promises', ent: promiseId, kind: 'guard', f: { status: 'ended' } });
        check([agreed], save([agreed]), bo);
      },
    ],
    [
      'refuses a right that somebody has',
      'rights',
      ({ check }) =>
        check([one], save([one], { history: [], results: [toResult(one, { kind: 'rejected', code: 'no-right' })] })),
    ],
    [
      'stores what is no row',
      'schema',
      ({ check }) => check([one], save([one], { rows: [{ key, after: row({ shortName: '' }) }] })),
    ],
  ];

  test.each(wrong)('%s is found out (%s)', (_what, invariant, make) => {
    const server = startServer();
    make(server);
    expect(server.found).toContain(invariant);
  });

  test('does everything right is not blamed', () => {
    const { check, found } = startServer();
    check([one], save([one]));
    check(
      pair.map((op) => ({ ...op, id: op.id.replace('0004', '0006') })),
      save([], { version: 2, rows: [] }),
    );
    expect(found).toEqual([]);
  });
});

describe('an answer that', () => {
  const answer = (given: Partial<Pulled>): Pulled => ({
    kind: 'pulled',
    epoch: '',
    now: 0,
    version: 1,
    drop: [],
    scopes: {},
    later: [],
    rows: [],
    gone: [],
    outcomes: [],
    sums: {},
    ...given,
  });
  const toRow = (fields: object) => ({ rows: [{ table: 'activities' as const, row: row(fields) }] });
  const wrong: readonly (readonly [string, string, 'shared' | undefined, Partial<Pulled>])[] = [
    ['gives a row to a stranger', 'I9', undefined, toRow({})],
    ['gives an internal row to a partner', 'I9', 'shared', toRow({ plannedVisibility: 'internal' })],
    ['gives a note to a partner', 'I9', 'shared', { rows: [{ table: 'progressLogs', row: row({ note: 'ours' }) }] }],
    [
      'gives a plan to a partner',
      'I9',
      'shared',
      { rows: [{ table: 'progressLogs', row: row({ state: 'planned' }) }] },
    ],
    ['names a row to a stranger', 'I9', undefined, { gone: [{ table: 'activities', id: '1', promiseId, version: 1 }] }],
    ['tells somebody what another did', 'I13', 'shared', { outcomes: [{ seq: 1, id: idOf(4, 1), kind: 'applied' }] }],
  ];

  test.each(wrong)('%s is found out (%s)', (_what, invariant, lens, given) => {
    const found: string[] = [];
    const { tables }: { tables: SpaceTables } = createSpace('line');
    tables.results.set(idOf(4, 1), toResult(operation(1), { userId: anna }));
    grant(tables, bo, promiseId, lens && { role: 'reader', lens });
    checkPulled(answer(given), tables, bo, (one) => found.push(one));
    expect(found).toEqual([invariant]);
  });
});

describe('a device that', () => {
  const meta = (cursor: number): DeviceMeta => ({
    ...createDisk(dev).meta,
    scopes: Object.fromEntries<HeldScope>([
      [toScopeKey(promiseId, 'full'), { cursor, role: 'editor', sum: { count: 0, check: [0, 0] } }],
    ]),
  });
  const collect = (make: (report: (invariant: string) => void) => void) => {
    const found: string[] = [];
    make((invariant) => found.push(invariant));
    return found;
  };

  test('goes back with its cursor is found out', () => {
    expect(collect((report) => checkCursors(meta(5), meta(4), report))).toEqual(['I7']);
    expect(collect((report) => checkCursors(meta(5), meta(0), report))).toEqual([]);
  });

  test('has half of a refused action in its box is found out', () => {
    const box = {
      tx: idOf(5, 1),
      operations: [operation(1, { txn: 2 })],
      outcomes: [{ seq: 1, id: '', kind: 'rejected' as const }],
    };
    const told = { actions: new Map([[box.tx, [key, key]]]), erased: new Map<RowKey, unknown>() };
    expect(collect((report) => checkBoxes([box], told, report))).toEqual(['I8']);
    expect(collect((report) => checkBoxes([{ ...box, outcomes: [] }], told, report))).toEqual(['I8']);
    const erased = { ...told, erased: new Map([[key, true]]) };
    expect(collect((report) => checkBoxes([box], erased, report))).toEqual([]);
  });

  test('keeps a refusal twice, or bases that nothing waits for, is found out', () => {
    const disk = createDisk(dev);
    const box = { tx: '', operations: [operation(1)], outcomes: [] };
    disk.box.push(box, box);
    for (let index = 0; index < 5; index++) disk.bases.set(`activities/${index}`, row());
    expect(collect((report) => checkBounds(disk, report))).toEqual(['I8', 'I21']);
  });

  test('comes back from a crash with rows that nobody wrote, or with a hole in what waits, is found out', () => {
    const disk = createDisk(dev);
    disk.bases.set(key, row());
    disk.rows.set(key, row({ text: 'another' }));
    expect(collect((report) => checkReopened(disk, report))).toEqual(['I16']);
    const other = createDisk(dev);
    for (const seq of [1, 3]) other.outbox.set(seq, { seq });
    expect(collect((report) => checkReopened(other, report))).toEqual(['I16']);
  });
});
