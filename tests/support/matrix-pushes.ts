import { randomUUID } from 'node:crypto';
import type { Operation } from '#domain/operations/operation.ts';
import type { Asker, MatrixWorld } from './matrix-world.ts';

/** One operation of each sort of right: what is changed every day, what was agreed on, what is added, what is removed. */
export const pushedKinds = ['title', 'visibility', 'log', 'delete'] as const;
export type PushedKind = (typeof pushedKinds)[number];

/** A push of one operation, from a device that was never heard of. */
export function toPush(
  { epochs, ids, stories }: MatrixWorld,
  asker: Asker,
  kind: PushedKind,
  scope: 'own' | 'other' | 'removed' | 'foreign' | 'unknown',
) {
  const id = randomUUID();
  const { id: _id, promiseId: _promiseId, ...log } = stories[scope === 'unknown' ? 'own' : scope].log();
  const promiseId = ids[scope] ?? '';
  const content: Readonly<Record<PushedKind, Pick<Operation, 'kind' | 'tbl' | 'ent' | 'f' | 'base'>>> = {
    title: { kind: 'set', tbl: 'promises', ent: promiseId, f: { title: 'Nytt' }, base: { title: promiseId } },
    visibility: {
      ...{
        kind: 'guard',
        tbl: 'promises',
        ent: promiseId,
        f: { visibility: 'public' },
        base: { visibility: promiseId },
      },
    },
    log: { kind: 'append', tbl: 'progressLogs', ent: id, f: JSON.parse(JSON.stringify(log)) },
    delete: { kind: 'delete', tbl: 'promises', ent: promiseId },
  };
  const op: Operation = {
    ...{ v: 1, id, tx: randomUUID(), txi: 0, txn: 1, sv: 1, scope: promiseId, at: '2026-11-21T09:00:00.000+01:00' },
    ...content[kind],
  };
  return {
    ...{ epoch: epochs[asker === 'foreign-admin' ? 'foreign' : 'home'], dev: randomUUID(), acked: 0 },
    operations: [{ seq: 1, op }],
  };
}
