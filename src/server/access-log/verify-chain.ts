import { sql } from 'kysely';
import type { ServerDatabase, Tx } from '#server/database/server-database.ts';
import { hashText } from '#server/people/tokens.ts';

/** A row as the hash covers it. Numbers as the texts that the database gives. */
export interface ChainRow {
  readonly n: string;
  readonly at: string;
  readonly who: string | null;
  readonly about: string | null;
  readonly event: string;
  readonly facts: string;
  readonly hash: string;
}

/** The last hash of some day, as it was told outside of the database: `space:n:hash`. */
export interface Anchor {
  readonly spaceId: string;
  readonly n: number;
  readonly hash: string;
}

export type ChainFault =
  /** What the row says, or its hash, or the hash before it, is not what was written. */
  | { readonly kind: 'altered'; readonly n: number }
  /** Rows are gone, from here on; without a trimming that says so where they are the first ones. */
  | { readonly kind: 'missing'; readonly n: number }
  /** The row is not the one that was told outside of the database. */
  | { readonly kind: 'not-as-told'; readonly n: number };

export interface ChainReport {
  readonly spaceId: string;
  readonly rows: number;
  readonly last?: Pick<Anchor, 'n' | 'hash'>;
  readonly faults: readonly ChainFault[];
  /** Where a copy was brought back: what was told between the row before and the moment of this one is gone. */
  readonly restores: readonly { readonly n: number; readonly at: number; readonly since: number }[];
}

/** Rows in one query. */
const batch = 1000;

/** What the hash of a row is of. In: the space, the row, and the hash before it. Out: text; no field holds a line end. */
export const toHashedText = (spaceId: string, row: Omit<ChainRow, 'hash'>, previous: string): string =>
  [previous, spaceId, row.n, row.at, row.who ?? '', row.about ?? '', row.event, row.facts].join('\n');

/** Reads an anchor as the process told it. Out: undefined for anything else. */
export function readAnchor(text: string): Anchor | undefined {
  const [, spaceId, n, hash] = /^([0-9a-f-]{36}):(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return spaceId && n && hash ? { spaceId, n: Number(n), hash } : undefined;
}

/** How far a check has come. */
interface Walk {
  last: Pick<Anchor, 'n' | 'hash'>;
  since: number;
  rows: number;
  readonly told: Map<number, string>;
  readonly faults: ChainFault[];
  readonly restores: ChainReport['restores'][number][];
}

/**
 * Checks a tenant's log row by row, with a computation of its own (guard T19). In: the database, the tenant, and anchors
 * that were told outside of it. Out: what does not fit, by number; a chain without a fault is as it was written. That the
 * newest rows were cut off is seen by an anchor only.
 */
export async function verifyChain(
  database: ServerDatabase,
  spaceId: string,
  anchors: readonly Anchor[] = [],
): Promise<ChainReport> {
  const told = new Map(anchors.filter((one) => one.spaceId === spaceId).map(({ n, hash }) => [n, hash]));
  const read = <T>(work: (tx: Tx) => Promise<T>) => database.readSpace({ spaceId, userId: '' }, work);
  const last = await read((tx) => findBeginning(tx, spaceId));
  const walk: Walk = { last, since: 0, rows: 0, told, faults: [], restores: [] };
  let rows: readonly ChainRow[];
  do {
    rows = await read((tx) => readRows(tx, spaceId, walk.last.n));
    for (const row of rows) await step(walk, spaceId, row);
  } while (rows.length === batch);
  const { faults, restores } = walk;
  for (const n of told.keys()) if (n > walk.last.n) faults.push({ kind: 'missing', n });
  return { spaceId, rows: walk.rows, ...(walk.rows > 0 && { last: walk.last }), faults, restores };
}

async function step(walk: Walk, spaceId: string, row: ChainRow): Promise<void> {
  const { last, told, faults } = walk;
  const [n, at] = [Number(row.n), Number(row.at)];
  if (n !== last.n + 1) faults.push({ kind: 'missing', n: last.n + 1 });
  else if ((await hashText(toHashedText(spaceId, row, last.hash))) !== row.hash) faults.push({ kind: 'altered', n });
  if ((told.get(n) ?? row.hash) !== row.hash) faults.push({ kind: 'not-as-told', n });
  told.delete(n);
  if (row.event === 'restored') walk.restores.push({ n, at, since: walk.since });
  walk.last = { n, hash: row.hash };
  walk.since = at;
  walk.rows += 1;
}

/** The number and hash that the first row follows: none, or those of the last row that was trimmed. */
async function findBeginning(tx: Tx, spaceId: string): Promise<Pick<Anchor, 'n' | 'hash'>> {
  const row = await tx
    .selectFrom('access_log')
    .select('facts')
    .where('space', '=', spaceId)
    .where('event', '=', 'trimmed')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { through, hash: of } = JSON.parse(row?.facts ?? '{}') as { through?: number; hash?: string };
  return { n: through ?? 0, hash: of ?? '' };
}

async function readRows(tx: Tx, spaceId: string, after: number): Promise<readonly ChainRow[]> {
  const { rows } = await sql<ChainRow>`
    SELECT n, at, who, about, event, facts, hash FROM access_log
    WHERE space = ${spaceId} AND n > ${String(after)}::bigint ORDER BY n LIMIT ${batch}
  `.execute(tx);
  return rows;
}
