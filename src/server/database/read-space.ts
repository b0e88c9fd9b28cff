/** What push and pull both read of a tenant. */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { DeliveryKind } from '#domain/delivery/delivery-outcome.ts';
import { isId } from '#domain/records/fields.ts';
import type { Actor, DeviceState, Membership, SpaceState, StoredResult } from '#server/exchange/exchange-rows.ts';
import type { SpaceReads } from '#server/exchange/space-store.ts';
import { readActor, toExchangeActor } from '#server/people/memberships.ts';
import { readHeldBack } from './read-held-back.ts';
import type { SpaceIdentity, Tx } from './server-database.ts';
import type { SpaceTable } from './tables.ts';

/** Ids as one parameter. What is no id cannot be the name of anything here, and would end the query. */
export const toIds = (ids: readonly string[]): RawBuilder<unknown> => sql`${ids.filter(isId)}::uuid[]`;

/** In: a transaction in the tenant, and for whom. Out: the reads of the store's interface; the space's row is not locked. */
export const createReads = (tx: Tx, identity: SpaceIdentity): SpaceReads => ({
  readSpace: () => readSpaceState(tx, identity.spaceId),
  readDevice: (dev) => readDevice(tx, identity.spaceId, dev),
  readActor: ({ open = false } = {}) => readExchangeActor(tx, identity, open),
  readResults: (ids) => readResults(tx, identity.spaceId, ids),
});

/**
 * A protected promise is there for its parties alone, on devices that keep it closed: to others it is as if they had no
 * right in it (guard P12).
 */
async function readExchangeActor(tx: Tx, identity: SpaceIdentity, isOpen: boolean): Promise<Actor> {
  const actor = toExchangeActor(await readActor(tx, identity));
  const isOther = ([, { lens }]: readonly [string, Membership]) => lens !== 'full';
  const asked = [...actor.members].filter((member) => isOpen || isOther(member)).map(([id]) => id);
  const heldBack = await readHeldBack(tx, identity.spaceId, asked, isOpen ? 'open-device' : 'shared-view');
  if (heldBack.size === 0) return actor;
  const withheld = [...actor.members].filter((member) => heldBack.has(member[0]) && !isOther(member)).length;
  const members = new Map([...actor.members].filter(([id]) => !heldBack.has(id)));
  return { ...actor, members, ...(withheld > 0 && { withheld }) };
}

async function readSpaceState(tx: Tx, spaceId: string): Promise<SpaceState> {
  const row = await tx
    .selectFrom('space')
    .select(['epoch', 'version', 'horizon', 'min_client'])
    .where('id', '=', spaceId)
    .executeTakeFirst();
  return toSpaceState(row);
}

/** In: a row of `space`. Throws where there is none: sessions exist only of spaces that do. */
export function toSpaceState(
  row: Pick<Selectable<SpaceTable>, 'epoch' | 'version' | 'horizon' | 'min_client'> | undefined,
): SpaceState {
  if (row === undefined) throw new Error('The space of a session does not exist');
  const { epoch, version, horizon, min_client } = row;
  return { epoch, version: Number(version), horizon: Number(horizon), minClient: min_client };
}

async function readDevice(tx: Tx, spaceId: string, dev: string): Promise<DeviceState | undefined> {
  const row = await tx
    .selectFrom('device')
    .select(['user_id', 'last_seq', 'acked'])
    .where('space', '=', spaceId)
    .where('id', '=', dev)
    .executeTakeFirst();
  return row && { dev, userId: row.user_id, lastSeq: Number(row.last_seq), acked: Number(row.acked) };
}

async function readResults(
  tx: Tx,
  spaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredResult>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ readonly results: string | null }>`
    SELECT json_agg(json_build_array(
      op_id, user_id, scope, kind, code, fields, version, original, digest
    ))::text AS results
    FROM op_result
    WHERE space = ${spaceId} AND op_id = ANY(${toIds(ids)})
  `.execute(tx);
  const results: readonly ResultColumns[] = JSON.parse(rows[0]?.results ?? '[]');
  return new Map(results.map((result) => [result[0], toStoredResult(result)]));
}

/** All of them come as one text: the embedded engine takes longer to hand over a row than to find it. */
type ResultColumns = readonly [
  id: string,
  userId: string,
  scope: string | null,
  kind: DeliveryKind,
  code: NonNullable<StoredResult['code']> | null,
  fields: NonNullable<StoredResult['fields']> | null,
  version: number,
  original: number,
  digest: string,
];

const toStoredResult = ([
  id,
  userId,
  scope,
  kind,
  code,
  fields,
  version,
  original,
  digest,
]: ResultColumns): StoredResult => ({
  ...{ id, userId, kind, version, original, digest },
  ...(scope !== null && { promiseId: scope }),
  ...(code !== null && { code }),
  ...(fields !== null && { fields }),
});
