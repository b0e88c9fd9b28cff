import * as z from 'zod/mini';

/**
 * Why a server did nothing of what it was asked.
 * `epoch`: it was restored from a backup, this is its new line of history. `fork`: another device uses the same identity.
 * `gap`: operations are missing before these; it has everything up to `lastSeq`. `restart`: what was deleted is forgotten
 * since the paging began. `outdated`: the page speaks a protocol that this space no longer understands; the device goes
 * on alone, keeps what waits, and asks for a reload. `malformed`, `signed-out`, `outdated`, `busy` are said by the status code, too.
 */
export const exchangeFailureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('epoch'), epoch: z.string() }),
  z.object({ kind: z.literal('fork') }),
  z.object({ kind: z.literal('gap'), lastSeq: z.int() }),
  z.object({ kind: z.literal('restart') }),
  z.object({ kind: z.literal('malformed') }),
  z.object({ kind: z.literal('signed-out') }),
  z.object({ kind: z.literal('outdated') }),
  z.object({ kind: z.literal('busy') }),
]);

export type ExchangeFailure = z.infer<typeof exchangeFailureSchema>;
