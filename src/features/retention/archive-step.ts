/** The archive package: saved, read back and compared before anything goes. */
import type { StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { Services } from '#features/services.ts';
import { downloadFile } from '#ui/download-file.ts';
import type { RetentionDesk } from './queries.ts';

export async function saveArchive({ clock }: Services, { promise, read, plan }: RetentionDesk): Promise<void> {
  const { writeArchive } = await import('#documents/archive-file.ts');
  const bytes = await writeArchive({
    ...{ promiseId: promise.id, title: promise.title, savedAt: clock.now() },
    ...{ decisions: plan.decisions, rows: read.rows },
  });
  downloadFile(`arkivpaket-${clock.today()}.zip`, new Blob([bytes], { type: 'application/zip' }));
}

export type ArchiveCheck =
  | { readonly kind: 'whole'; readonly sha256: string; readonly count: number }
  | { readonly kind: 'damaged' | 'not-ours' | 'other-promise' | 'other' }
  | { readonly kind: 'missing'; readonly count: number };

/**
 * In: the file that was chosen, and, for the second person, the checksum of the first one's file. Out: whether it holds
 * everything that is to go; for the first person everything that there is.
 */
export async function checkArchive(file: Blob, desk: RetentionDesk, expected?: string): Promise<ArchiveCheck> {
  const { countMissing, readArchive } = await import('#documents/archive-file.ts');
  const read = await readArchive(new Uint8Array(await file.arrayBuffer()));
  if (read.kind !== 'read') return { kind: read.kind };
  if (read.promiseId !== desk.promise.id) return { kind: 'other-promise' };
  if (expected !== undefined && read.sha256 !== expected) return { kind: 'other' };
  const rows = expected === undefined ? desk.read.rows : pickDue(desk);
  const missing = countMissing(read.rows, rows);
  if (missing > 0) return { kind: 'missing', count: missing };
  return { kind: 'whole', sha256: read.sha256, count: [...rows.values()].reduce((sum, own) => sum + own.length, 0) };
}

/** The promise itself has since been given the order that waits: it is compared by the first person alone. */
function pickDue({ read, plan }: RetentionDesk): ReadonlyMap<TableName, readonly StoredRow[]> {
  const due = new Set<string>(plan.due);
  return new Map(
    [...read.rows]
      .filter(([table]) => table !== 'promises')
      .map(([table, rows]) => [table, rows.filter(({ id }) => due.has(`${table}/${id}`))] as const),
  );
}

/** The order for who runs the server. In: the desk, with what was approved on it. */
export async function saveOrderFile(
  { clock }: Services,
  { promise, plan, approved: order }: RetentionDesk,
): Promise<void> {
  if (order === undefined) return;
  const { writeDisposalOrder } = await import('#domain/retention/disposal-order.ts');
  const text = writeDisposalOrder({ promiseId: promise.id, order, plan });
  downloadFile(`gallringsorder-${clock.today()}.json`, new Blob([text], { type: 'application/json' }));
}
