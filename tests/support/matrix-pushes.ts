import { randomUUID } from 'node:crypto';
import type { Operation } from '#domain/operations/operation.ts';
import { toContent } from '#domain/public-page/public-facts.ts';
import type { Asker, MatrixWorld } from './matrix-world.ts';
import { sampleFacts } from './public-sample.ts';

/** One operation of each sort of right: what is changed every day, what was agreed on, what is added, what is
 * removed, what is handed in for everybody to read, the same without anybody else's approval, and what is frozen. */
export const pushedKinds = [
  'title',
  'visibility',
  'log',
  'delete',
  'public-page',
  'approved-page',
  'frozen-page',
] as const;
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
  const stamps = { createdAt: log.createdAt, updatedAt: log.updatedAt };
  const act = { partyId: id, function: 'Chef', on: '2026-11-21', profileId: ids[asker] ?? id };
  const handedIn = { number: sampleFacts.number, content: toContent(sampleFacts), prepared: act };
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
    'public-page': { kind: 'create', tbl: 'publications', ent: id, f: { ...stamps, ...handedIn } },
    'approved-page': { kind: 'create', tbl: 'publications', ent: id, f: { ...stamps, ...handedIn, approved: act } },
    'frozen-page': {
      ...{ kind: 'create', tbl: 'reportParts', ent: id },
      f: { ...stamps, followUpId: id, snapshotId: id, order: 0, text: '{}' },
    },
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
