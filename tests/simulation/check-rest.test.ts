/** The checker of the end: worlds that came to rest well, damaged by hand. */
import { describe, expect, test } from 'vitest';
import type { RowKey, SyncedRow } from '#domain/delivery/synced-row.ts';
import type { SentOperation } from '#protocol/sent-operation.ts';
import { checkRest } from './check-rest.ts';
import { idOf } from './random.ts';
import { playSeed } from './run-seed.ts';
import type { World } from './world.ts';

const promiseId = idOf(1, 1);
const key: RowKey = `activities/${idOf(1, 2)}`;
const row = (fields: object): SyncedRow =>
  ({ id: idOf(1, 2), promiseId, version: 1, text: 'text', ...fields }) as SyncedRow;
const waiting: SentOperation = { seq: 1 };

describe('a world at rest in which', () => {
  /** One whose server was restored, and which has something of everything. */
  const restored = () => playSeed(2, { mix: { evict: 0, clone: 0, rights: 0, erase: 0, restore: 0.03 } });
  const first = <T>(list: Iterable<T>): T => {
    for (const one of list) return one;
    throw new Error('There is none');
  };
  const firstDevice = ({ devices }: World) =>
    first(devices.filter(({ disk }) => disk.ring.size > 0 && disk.rows.size > 0));
  const tablesOf = ({ server }: World) => server.space.tables;
  const wrong: readonly (readonly [string, string, (world: World) => void])[] = [
    [
      'a device lacks a row',
      'I3',
      (world) => {
        const { disk } = firstDevice(world);
        disk.rows.delete(first(disk.rows.keys()));
      },
    ],
    [
      'a device shows a row that is not there',
      'I3',
      (world) => {
        const { disk } = firstDevice(world);
        disk.rows.set(key, row({ promiseId: first(disk.rows.values()).promiseId }));
      },
    ],
    [
      'a device shows an older text',
      'I3',
      (world) => {
        const { disk } = firstDevice(world);
        const [name, shown] = first(disk.rows);
        disk.rows.set(name, { ...shown, text: 'older' });
      },
    ],
    ['something still waits', 'I4', (world) => firstDevice(world).disk.outbox.set(1, waiting)],
    [
      'a device kept what the server does not have',
      'I2',
      (world) => {
        tablesOf(world).results.delete(first(firstDevice(world).disk.ring.keys()));
      },
    ],
    ['something saved is nowhere', 'I8', (world) => firstDevice(world).saved.set(idOf(4, 99), { key, promiseId })],
    [
      'something erased is in a ring',
      'I15',
      (world) => {
        const { op } = first(firstDevice(world).disk.ring.values());
        world.server.space.erased.set(`${op.tbl}/${op.ent}`, { promiseId: op.scope, version: 1 });
      },
    ],
    [
      'a sum is kept wrong',
      'I18',
      (world) => {
        const { sums } = tablesOf(world);
        sums.set(first(sums.keys()), { count: 1000, check: [1, 1] });
      },
    ],
    [
      'a row is not what its history gives',
      'I24',
      (world) => {
        const { rows } = tablesOf(world);
        const [name, stored] = first(rows);
        rows.set(name, { ...stored, title: 'from nowhere' });
      },
    ],
    ['the history lacks an operation', 'I24', (world) => tablesOf(world).history.pop()],
    [
      'a field has an older value than the last accepted one',
      'I25',
      (world) => {
        const { rows, history } = tablesOf(world);
        const { op } = first(
          [...history].reverse().filter((one) => one.op.kind === 'set' && one.op.f?.title !== undefined),
        );
        const name: RowKey = `promises/${op.ent}`;
        rows.set(name, { ...(rows.get(name) ?? row({})), title: 'older' });
      },
    ],
    [
      'an accepted action waits though its rows are there',
      'I25',
      (world) => {
        const { op } = first(tablesOf(world).history);
        tablesOf(world).parked.set(op.tx, {
          tx: op.tx,
          userId: 'anna',
          operations: [{ op, original: 1, digest: '' }],
          parkedAt: 0,
        });
      },
    ],
  ];

  test('all is well is not blamed', async () => {
    const world = await restored();
    expect(world.server.restores).toBeGreaterThan(0);
    expect(world.violations).toEqual([]);
  });

  test.each(wrong)('%s is found out (%s)', async (_what, invariant, damage) => {
    const world = await restored();
    damage(world);
    checkRest(world);
    expect(world.violations.map((one) => one.invariant)).toContain(invariant);
  });
});
