import { readPushRequest } from '#protocol/push.ts';
import { isCrowded } from '#server/database/database-fault.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import { readErased } from '#server/database/read-rows.ts';
import { createId } from '#server/people/tokens.ts';
import type { ExchangeService, PushEntry } from './exchange-service.ts';
import { leaveOutErased, listWritten } from './redact-push.ts';
import { type PushTools, servePush } from './serve-push.ts';
import { serverRules } from './server-rules.ts';

/** A device that stands in for one whose numbers this line of history does not go on with. */
interface StandIn {
  readonly dev: string;
  readonly lastSeq: number;
}

/** `gone`: the space itself is not there; it was begun after the copy that was brought back. */
export type Replayed = { readonly kind: 'played' } | { readonly kind: 'gone' };

/**
 * Plays acknowledged pushes again that the database has lost (sync 2.20).
 * In: the service, before anybody is served by it. Out: a function for entries in the order of the journal. An operation
 * that is there already changes nothing, whatever device brings it; the others are judged as any other would be, under
 * their author's present rights. On the line of history they were sent on, the numbers of the device are kept, so that it
 * goes on where it was; on another line, or where its numbers have a hole, a device of another name brings them, since
 * the real one takes a new name by itself. What was erased since is left out. Throws when an entry is no push, and what the store throws.
 */
export function createReplay(service: ExchangeService): (entry: PushEntry) => Promise<Replayed> {
  const { ports, database } = service.people;
  const standIns = new Map<string, StandIn>();

  return async (entry) => {
    const written = readPushRequest(entry.body);
    if (written === undefined) throw new Error('An entry of the journal is no push');
    const { space, erased } = await database.inSpace(entry, async (tx) => ({
      space: await lockSpace(tx),
      erased: await readErased(tx, entry.spaceId, listWritten(written)),
    }));
    if (space === undefined) return { kind: 'gone' };
    const { request, closed } = leaveOutErased(written, erased);
    const store = service.openStore(entry);
    const tools: PushTools = {
      now: ports.now,
      keeper: service.openKeeper(entry.spaceId),
      rules: serverRules,
      userId: entry.userId,
      isCrowd: isCrowded,
      onForgery: (operations) => ports.log({ event: 'forged-receipt', count: operations.length }),
      closed,
    };
    if (request.epoch === space.epoch && (await servePush(store, request, tools)).kind === 'pushed') {
      return { kind: 'played' };
    }
    const name = `${entry.spaceId}/${entry.userId}/${request.dev}`;
    const { dev, lastSeq } = standIns.get(name) ?? { dev: createId(ports), lastSeq: 0 };
    const named = request.operations.filter((one) => one.kind !== 'noop');
    const operations = named.map((one, index) => ({ ...one, seq: lastSeq + index + 1 }));
    if (operations.length === 0) return { kind: 'played' };
    const answer = await servePush(store, { dev, epoch: space.epoch, acked: 0, operations }, tools);
    if (answer.kind !== 'pushed') throw new Error(`An entry of the journal was answered: ${answer.kind}`);
    standIns.set(name, { dev, lastSeq: answer.lastSeq });
    return { kind: 'played' };
  };
}
