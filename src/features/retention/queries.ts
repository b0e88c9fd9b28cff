import { useQuery } from '@tanstack/react-query';
import type { DisposalOrder } from '#domain/records/retention.ts';
import { tableNames } from '#domain/records/tables.ts';
import { planRetention, type RetentionPlan } from '#domain/retention/plan-retention.ts';
import { type Services, useServices } from '#features/services.ts';
import type { Row } from '#storage/database.ts';
import { readLastBackup } from '#storage/device-storage-backup.ts';
import { type Disposal, listDisposals } from '#storage/disposals.ts';
import { readJoinedServer } from '#storage/joined-server.ts';
import { type RetentionRows, readRetentionRows } from '#storage/retention-rows.ts';
import { digestNames } from './digest-names.ts';

export interface RetentionDesk {
  readonly promise: Row<'promises'>;
  readonly read: RetentionRows;
  readonly plan: RetentionPlan;
  /** Who is signed in, where a server was joined: acts are theirs, and the server disposes for everybody. */
  readonly userId: string | undefined;
  /** With a server: what two have approved and nobody has carried out yet. Its names are still those that are due. */
  readonly approved: DisposalOrder | undefined;
  readonly disposals: readonly Disposal[];
  /** ISO instant. */
  readonly lastBackup: string | undefined;
}

/** Also of a promise that was disposed of: its log of disposals stays. */
export type RetentionReading =
  | { readonly kind: 'here'; readonly desk: RetentionDesk }
  | { readonly kind: 'gone'; readonly disposals: readonly Disposal[] };

/** In: a promise. Out: all that the page shows, read now. */
export async function readDesk({ db, clock }: Services, promiseId: string): Promise<RetentionReading> {
  const [read, promise, joined, disposals, lastBackup] = await Promise.all([
    readRetentionRows(db, promiseId),
    db.promises.get(promiseId),
    readJoinedServer(db),
    listDisposals(db, promiseId),
    readLastBackup(db),
  ]);
  if (read === undefined || promise === undefined) return { kind: 'gone', disposals };
  // What was removed is gone from the other devices already, and from the server in its time.
  const rows: RetentionRows['rows'] = joined
    ? new Map(Array.from(read.rows, ([table, own]) => [table, own.filter(({ deletedAt }) => deletedAt === undefined)]))
    : read.rows;
  const drafts = joined ? [] : read.drafts;
  const rules = promise.retention?.rules ?? [];
  const plan = planRetention({ promise, ...read, rows, drafts, rules, today: clock.today() });
  const approved = joined && (await findApproved(promise, plan));
  return { kind: 'here', desk: { promise, read, plan, userId: joined?.userId, approved, disposals, lastBackup } };
}

async function findApproved({ id, retention }: Row<'promises'>, plan: RetentionPlan) {
  const latest = retention?.orders.findLast((order) => order.approved !== undefined);
  if (latest === undefined || plan.counts.length === 0) return undefined;
  return latest.digest === (await digestNames(plan, id)) ? latest : undefined;
}

export function useRetention(promiseId: string) {
  const services = useServices();
  return useQuery({
    queryKey: ['promises', 'retention', promiseId, services.clock.today()],
    queryFn: () => readDesk(services, promiseId),
    meta: { tables: [...tableNames, 'logPacks', 'drafts', 'meta'] },
  });
}
