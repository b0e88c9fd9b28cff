import type { Selectable } from 'kysely';
import type { OneTimeLinkTable } from '#server/database/people-tables.ts';
import type { Tx } from '#server/database/server-database.ts';
import type { People } from './people.ts';
import { createToken, hashText } from './tokens.ts';

const hour = 3_600_000;

/** How long each kind of link lives, in milliseconds. */
export const linkTimes = { 'set-up': 24 * hour, reset: 24 * hour, invitation: 14 * 24 * hour } as const;

export type LinkKind = OneTimeLinkTable['kind'];
export type StoredLink = Selectable<OneTimeLinkTable>;

export interface NewLink {
  /** 256 bits, told once; only its hash is kept. */
  readonly token: string;
  readonly endsAt: number;
}

/**
 * A link that can be used once. Older ones for the same are void from now on.
 * In: a transaction, what for, in which space and for whose account or which invitation. Out: its secret.
 */
export async function createLink(
  tx: Tx,
  { ports }: Pick<People, 'ports'>,
  kind: LinkKind,
  subject: { readonly spaceId: string; readonly id: string } | undefined,
): Promise<NewLink> {
  await removeLinks(tx, kind, subject?.id);
  const now = ports.now();
  const token = createToken(ports);
  const endsAt = now + linkTimes[kind];
  await tx
    .insertInto('one_time_link')
    .values({
      token_hash: await hashText(token),
      kind,
      space_id: subject?.spaceId ?? null,
      subject_id: subject?.id ?? null,
      made_at: now,
      ends_at: endsAt,
    })
    .execute();
  return { token, endsAt };
}

/** Makes every link of a kind for one account or invitation void; without an id, those that belong to nobody. */
export async function removeLinks(tx: Tx, kind: LinkKind, subjectId: string | undefined): Promise<void> {
  const links = tx.deleteFrom('one_time_link').where('kind', '=', kind);
  await (subjectId === undefined
    ? links.where('subject_id', 'is', null)
    : links.where('subject_id', '=', subjectId)
  ).execute();
}

/** What a secret opens, without using it. In: the secret's hash. Out: undefined when unknown, used or too old. */
export const peekLink = (people: People, tokenHash: string): Promise<StoredLink | undefined> =>
  people.database.outsideSpaces((tx) =>
    tx
      .selectFrom('one_time_link')
      .selectAll()
      .where('token_hash', '=', tokenHash)
      .where('ends_at', '>', String(people.ports.now()))
      .executeTakeFirst(),
  );

/**
 * Uses a link: of two who try at once, one gets it. If the transaction rolls back, it is unused again.
 * In: a transaction, the secret's hash, the kinds that fit, and now. Out: undefined when there is nothing to use.
 */
export const takeLink = (tx: Tx, tokenHash: string, kind: LinkKind, now: number): Promise<StoredLink | undefined> =>
  tx
    .deleteFrom('one_time_link')
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('ends_at', '>', String(now))
    .returningAll()
    .executeTakeFirst();
