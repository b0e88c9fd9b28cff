import { findCorrected } from '#domain/delivery/play-operation.ts';
import { type RowKey, type SyncedRow, toRowKey } from '#domain/delivery/synced-row.ts';
import type { PushAnswer, ReceivedPush } from '#protocol/push.ts';
import { decidePush, groupActions, listPushNeeds } from './decide-push.ts';
import type { PushContext } from './draft.ts';
import { isOutdated, type ParkedAction } from './exchange-rows.ts';
import { type Verified, verifyReceipts } from './receipts.ts';
import type { ServeTools } from './serve-pull.ts';
import type { CountedAttempt, SpaceStore, SpaceTransaction } from './space-store.ts';

/** Tries after which an operation that stops the process is refused (sync 2.12). */
const longestTrying = 5;

export interface PushTools extends Omit<ServeTools, 'limits'> {
  readonly userId: string;
  /** Whether what the store threw says nothing of the operations: too many at once, or a lock that others hold. */
  readonly isCrowd: (error: unknown) => boolean;
  /** Told of receipts that are not this server's: a security event (I26). */
  readonly onForgery: (operationIds: readonly string[]) => void;
  /** See the context of a push: what is played again may lack what was erased since. */
  readonly closed?: ReadonlySet<string>;
}

/**
 * Answers a push: one transaction for all of it. When the same push comes again, because the answer was lost or the
 * process was, every action gets a transaction of its own, so that one that stops the process is found and refused.
 * In: the tenant's store for the person of this session, a request as `readPushRequest` gave it. Throws what the store
 * throws; then nothing of the transaction is stored.
 */
export async function servePush(store: SpaceStore, request: ReceivedPush, tools: PushTools): Promise<PushAnswer> {
  const verified = tools.rules.proofsVerified
    ? await verifyReceipts(request.operations, tools.userId, tools.keeper)
    : await trustReceipts(request, tools);
  if (verified.forged.length > 0) tools.onForgery(verified.forged);
  const tried = await countTries(store, request);
  if (tried === undefined || tried.count < 2)
    return pushTogether(store, request, { ...verified, poisoned: new Set() }, tools);
  let answer: PushAnswer = { kind: 'malformed' };
  for (const [index, actions] of splitAlone(request, tried.id, tools).entries()) {
    const part = { ...request, operations: actions.flat() };
    const count = index === 0 ? tried.count : ((await countTries(store, part))?.count ?? 0);
    const isPoison = count > longestTrying && tools.rules.poisonIsTerminal;
    const ids = isPoison ? listIds(actions.at(-1) ?? []) : [];
    answer = await pushTogether(store, part, { ...verified, poisoned: new Set(ids) }, tools);
    if (answer.kind !== 'pushed') return answer;
  }
  return answer;
}

const listIds = (action: ReceivedAction): readonly string[] =>
  action.flatMap((one) => (one.kind === 'noop' ? [] : one.op.id));

type ReceivedAction = ReceivedPush['operations'];

/**
 * Each action alone, to find the one that stops the process. What was answered before goes together with the action that
 * was counted: that one is tried once with each push, and dies of nothing but what is done for it.
 */
function splitAlone(
  { operations }: ReceivedPush,
  counted: string,
  { rules }: PushTools,
): readonly (readonly ReceivedAction[])[] {
  const actions = groupActions(operations);
  const first = rules.triesCountedOnce ? actions.findIndex((action) => listIds(action).includes(counted)) : 0;
  return [actions.slice(0, first + 1), ...actions.slice(first + 1).map((action) => [action])];
}

const countTries = (store: SpaceStore, { dev, operations }: ReceivedPush): Promise<CountedAttempt | undefined> =>
  store.countAttempt(
    dev,
    operations.flatMap((one) => (one.kind === 'noop' ? [] : [{ seq: one.seq, id: one.op.id }])),
  );

/** The mutant of verification: whatever calls itself a receipt is one. */
async function trustReceipts(request: ReceivedPush, tools: PushTools): Promise<Verified> {
  const verified = await verifyReceipts(request.operations, tools.userId, tools.keeper);
  const proofs = request.operations.flatMap((one): [string, number][] =>
    one.kind === 'operation' && one.proof ? [[one.op.id, one.proof.version]] : [],
  );
  return { ...verified, proofs: new Map(proofs), forged: [] };
}

type Given = Pick<PushContext, 'digests' | 'proofs' | 'poisoned'>;

/** A try that failed in a crowd counts for nothing: an operation is refused only for what it does itself (sync 2.12). */
async function pushTogether(
  store: SpaceStore,
  request: ReceivedPush,
  given: Given,
  tools: PushTools,
): Promise<PushAnswer> {
  try {
    const answer = await writePush(store, request, given, tools);
    // The page sends the same again, once it is a newer one.
    if (answer.kind === 'outdated') await store.forgetAttempt(request.dev);
    return answer;
  } catch (error) {
    // When even this cannot be written, the try stays counted; four more are needed for it to matter.
    if (tools.isCrowd(error)) await store.forgetAttempt(request.dev).catch(() => undefined);
    throw error;
  }
}

const writePush = (store: SpaceStore, request: ReceivedPush, given: Given, tools: PushTools): Promise<PushAnswer> =>
  store.write(async (transaction) => {
    // The first read takes the lock: nothing that another push writes can come in between.
    const space = await transaction.readSpace();
    if (isOutdated(space, tools.client)) return { kind: 'outdated' };
    const [device, actor, parked] = await Promise.all([
      transaction.readDevice(request.dev),
      transaction.readActor(),
      transaction.readParked(),
    ]);
    const needs = listPushNeeds(request);
    const keys = [...new Set([...needs.rows, ...parked.flatMap(listParkedKeys)])];
    const [rows, erased] = await Promise.all([transaction.readRows(keys), transaction.readErased(keys)]);
    const isPlacing = given.proofs.size > 0 || parked.length > 0;
    const tags = isPlacing ? listTags(rows.values()) : [];
    const results = await transaction.readResults([...new Set([...needs.results, ...tags])]);
    const view = { space, actor, rows, erased, results, parked };
    const { rules, closed } = tools;
    const context = { ...given, now: tools.now(), rules, ...(closed && { closed }) };
    const decision = decidePush(view, device, request, context);
    if (decision.changes !== undefined) await save(transaction, decision.changes);
    return decision.answer;
  });

const save = (transaction: SpaceTransaction, changes: Parameters<SpaceTransaction['save']>[0]): Promise<void> =>
  transaction.save(changes);

const listParkedKeys = ({ operations }: ParkedAction): readonly RowKey[] =>
  operations.flatMap(({ op }) => [
    toRowKey(op.tbl, op.ent),
    toRowKey('promises', op.scope),
    ...(op.kind === 'correct' ? [toRowKey('progressLogs', findCorrected(op))] : []),
  ]);

/** The operations that last wrote the rows, by name. A log names its own, and the one that follows it. */
function listTags(rows: Iterable<SyncedRow>): readonly string[] {
  return [...rows].flatMap(({ id, replacedBy, tags }) => [
    id,
    ...(typeof replacedBy === 'string' ? [replacedBy] : []),
    ...Object.values(tags ?? {}),
  ]);
}
