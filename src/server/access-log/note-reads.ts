import type { Pulled } from '#protocol/pull.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import type { Session } from '#server/people/sessions.ts';
import { noteAccessAlone } from './note-access.ts';

/** Names that are remembered before all are forgotten: then what is being read is told once more. */
const mostRemembered = 100_000;

/** Who read what, as far as it was told since this process began. */
export interface ToldReads {
  readonly told: Set<string>;
}

export const createToldReads = (): ToldReads => ({ told: new Set() });

/**
 * Tells in the log what a page of a pull hands out: each promise once a session and device, and once more when it is
 * fetched as a whole. Which page it is, or which cursor a device names, makes no difference: it could be made up.
 * In: where, what was told so far, when (milliseconds), whose session, which device, and the answer. Resolves when it is
 * stored; only then may the answer be given.
 */
export async function noteReads(
  { database, reads, now }: { readonly database: ServerDatabase; readonly reads: ToldReads; readonly now: number },
  session: Session,
  dev: string,
  { scopes }: Pulled,
): Promise<void> {
  const fresh = Object.entries(scopes)
    .map(([key, { mode }]) => ({ key, mode, name: `${session.tokenHash} ${dev} ${mode} ${key}` }))
    .filter(({ name }) => !reads.told.has(name));
  if (fresh.length === 0) return;
  const facts = { dev, scopes: Object.fromEntries(fresh.map(({ key, mode }) => [key, mode])) };
  await noteAccessAlone(database, session, { event: 'read', at: now, facts });
  if (reads.told.size + fresh.length > mostRemembered) reads.told.clear();
  for (const { name } of fresh) reads.told.add(name);
}
