import type { DeliveryOutcome } from '#domain/delivery/delivery-outcome.ts';
import type { PullAnswer, Pulled, PullRequest } from '#protocol/pull.ts';
import { decidePull, type PullLimits, planPull } from './decide-pull.ts';
import { isOutdated, type StoredResult } from './exchange-rows.ts';
import type { ReceiptKeeper } from './receipts.ts';
import type { ServerRules } from './server-rules.ts';
import type { SpaceStore } from './space-store.ts';
import { tellWriters } from './tell-writers.ts';

export interface ServeTools {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly keeper: ReceiptKeeper;
  readonly limits: PullLimits;
  readonly rules: ServerRules;
  /** The number of the protocol that the page speaks. */
  readonly client?: number;
}

interface PullResult {
  readonly answer: PullAnswer;
  readonly results: ReadonlyMap<string, StoredResult>;
}

/**
 * Answers one page of a pull, from one snapshot. In: the tenant's store for the person of this session, a request as
 * `readPullRequest` gave it. Out: the answer, with receipts. Throws what the store throws.
 */
export async function servePull(store: SpaceStore, request: PullRequest, tools: ServeTools): Promise<PullAnswer> {
  const { answer, results } = await store.read(async (snapshot): Promise<PullResult> => {
    const [space, device, actor] = await Promise.all([
      snapshot.readSpace(),
      snapshot.readDevice(request.dev),
      snapshot.readActor({ open: request.open }),
    ]);
    if (isOutdated(space, tools.client)) return { answer: { kind: 'outdated' }, results: new Map() };
    if (tools.rules.deviceBoundToPerson && device !== undefined && device.userId !== actor.userId) {
      return { answer: { kind: 'fork' }, results: new Map() };
    }
    const plan = planPull(space, actor, request, tools.rules);
    if (plan.kind !== 'planned') return { answer: plan, results: new Map() };
    const changes = await snapshot.readChanges(plan.wanted, tools.limits.rows);
    // Answers and sums come with the last page, and a full one is not the last.
    const isFull = changes.length >= tools.limits.rows;
    const sequence = isFull ? [] : await snapshot.readSequence(request.dev, request.acked, tools.limits.outcomes);
    const sums = await snapshot.readSums(isFull ? [] : plan.wanted.map(({ key }) => key));
    const results = await snapshot.readResults(sequence.flatMap(({ id }) => id ?? []));
    const view = { space, device, changes, sequence, results, sums };
    const decided = decidePull(plan, view, actor, { ...tools, now: tools.now() });
    return { answer: await tellWriters(snapshot, decided, request, actor), results };
  });
  return answer.kind === 'pulled' ? addReceipts(answer, results, tools.keeper) : answer;
}

async function addReceipts(
  answer: Pulled,
  results: ReadonlyMap<string, StoredResult>,
  keeper: ReceiptKeeper,
): Promise<Pulled> {
  const accepted = answer.outcomes.flatMap(({ id, version }) => {
    const result = results.get(id);
    return version === undefined || result === undefined ? [] : [result];
  });
  if (accepted.length === 0) return answer;
  const signed = await keeper.sign(
    accepted.map(({ id, userId, digest, original }) => ({ userId, operationId: id, digest, original })),
  );
  const receipts = new Map(accepted.map(({ id }, index) => [id, signed[index] ?? '']));
  const outcomes = answer.outcomes.map((outcome): DeliveryOutcome => {
    const receipt = receipts.get(outcome.id);
    return receipt === undefined ? outcome : { ...outcome, receipt };
  });
  return { ...answer, outcomes };
}
