import type { DeviceMeta } from '#domain/delivery/device-state.ts';
import type { DeviceStore } from '#domain/delivery/device-store.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import { measureOperation, operationLimits } from '#domain/operations/operation.ts';
import type { Pulled, PullRequest } from '#protocol/pull.ts';
import type { PushRequest } from '#protocol/push.ts';
import { type Applied, createApplyStep } from './decide-apply.ts';
import type { DeviceRules } from './device-rules.ts';
import {
  advanceExchange,
  type ExchangeCommand,
  type ExchangeEvent,
  type ExchangeState,
  type ExchangeStatus,
  restingState,
} from './exchange-machine.ts';
import { createReidentifyStep } from './reidentify.ts';
import { type StagedPull, stagePage } from './staged-pull.ts';

export interface ExchangePorts {
  readonly store: DeviceStore;
  /** Sends; the answer comes back as an event with this token, or `failed` when none comes. They must not throw. */
  readonly sendPush: (token: number, request: PushRequest) => void;
  readonly sendPull: (token: number, request: PullRequest) => void;
  /** Has `woken` happen after so many milliseconds; forgets what it was asked before. */
  readonly wake: (milliseconds: number) => void;
  /** A random UUID: the device's next identity. */
  readonly newDev: () => string;
  readonly random: () => number;
  readonly tell: (status: ExchangeStatus) => void;
  /**
   * After every step that changed the device: the counters of the page, and the simulator's checks. `mismatched`: scopes
   * that had lost something, and are fetched whole now.
   */
  readonly onStored: (what: 'applied' | 'reidentified', mismatched: readonly ScopeKey[]) => void;
  /** After each page but the last: how much of the pull has come, between 0 and 1. */
  readonly onFetched?: (share: number) => void;
  readonly limits: { readonly operations: number; readonly bytes: number };
  readonly rules: DeviceRules;
}

/** What an exchange remembers between two commands; none of it is needed to be right. */
interface Memory {
  state: ExchangeState;
  /** How far the server has come, and under which identity that was. */
  sent: { readonly dev: string; readonly seq: number };
  asked: DeviceMeta | undefined;
  request: PullRequest | undefined;
  staged: StagedPull | undefined;
}

export interface Exchange {
  /**
   * Takes an event, one after the other, and does what follows from it. Resolves when all of it is done or sent.
   * Rejects when the store failed: nothing was written then, and a later try is arranged.
   */
  readonly handle: (event: ExchangeEvent) => Promise<void>;
}

/** One tab's exchange. Any number of them may work on one device at the same time: they only cost traffic (I22). */
export function createExchange(ports: ExchangePorts): Exchange {
  const memory: Memory = {
    state: restingState,
    sent: { dev: '', seq: 0 },
    asked: undefined,
    request: undefined,
    staged: undefined,
  };
  const { retries, pullsUntilAnswered, returnEndsFailures } = ports.rules;
  const tools = { random: ports.random, retries, pullsUntilAnswered, returnEndsFailures };

  const take = async (event: ExchangeEvent): Promise<void> => {
    const { state, commands } = advanceExchange(memory.state, event, tools);
    memory.state = state;
    for (const command of commands) {
      const next = await execute(ports, memory, command);
      if (next !== undefined) await take(next);
    }
  };
  let queue: Promise<void> = Promise.resolve();
  const handle = (event: ExchangeEvent): Promise<void> => {
    const done = queue.then(() => take(event));
    // The next event is taken whether or not this one ended well; whoever sent it is told below.
    queue = done.then(
      () => undefined,
      () => take({ kind: 'broke' }).catch(() => undefined),
    );
    return done;
  };
  return { handle };
}

/** Does what the machine asks. Out: what follows from it at once, if anything. */
function execute(
  ports: ExchangePorts,
  memory: Memory,
  command: ExchangeCommand,
): Promise<ExchangeEvent | undefined> | undefined {
  switch (command.kind) {
    case 'push':
      return push(ports, memory, command.token);
    case 'pull':
      return pull(ports, memory, command.token, command.isNext);
    case 'note-sent':
      memory.sent = { ...memory.sent, seq: command.lastSeq };
      return ports.rules.waitsForPull ? undefined : dropSent(ports, command.lastSeq);
    case 'look-at-gap':
      return lookAtGap(ports, memory, command.lastSeq);
    case 'stage':
      return stage(ports, memory, command.page);
    case 'forget-pages':
      memory.staged = undefined;
      return undefined;
    case 'apply':
      return apply(ports, memory);
    case 'reidentify':
      return reidentify(ports, memory, command.epoch);
    case 'wake':
      ports.wake(command.milliseconds);
      return undefined;
    case 'tell':
      ports.tell(command.status);
      return undefined;
  }
}

async function push(ports: ExchangePorts, memory: Memory, token: number): Promise<ExchangeEvent | undefined> {
  const meta = await ports.store.readMeta();
  // Nobody has joined a server, or it was left a moment ago.
  if (meta === undefined) return { kind: 'broke' };
  const after = Math.max(memory.sent.dev === meta.dev ? memory.sent.seq : 0, meta.answered);
  memory.asked = meta;
  memory.sent = { dev: meta.dev, seq: after };
  const most = ports.limits.operations + operationLimits.actionOperations;
  const waiting = await ports.store.readWaiting(after, most);
  const operations = takeActions(waiting, ports, waiting.length < most);
  if (operations.length === 0) return { kind: 'nothing-waiting' };
  ports.sendPush(token, { epoch: meta.epoch, dev: meta.dev, acked: meta.answered, operations });
  return undefined;
}

/** As many whole actions as one push may hold, and at least one. `isAll`: nothing more is waiting than was read. */
function takeActions(
  waiting: readonly WaitingOperation[],
  { limits, rules }: ExchangePorts,
  isAll: boolean,
): readonly WaitingOperation[] {
  if (!rules.wholeActionsSent) return waiting.slice(0, limits.operations);
  const ends = findEnds(waiting, isAll);
  let end = 0;
  let bytes = 0;
  for (const [index, { op }] of waiting.entries()) {
    bytes += op === undefined ? 0 : measureOperation(op);
    if (end > 0 && (index >= limits.operations || bytes > limits.bytes)) break;
    if (ends[index]) end = index + 1;
  }
  return waiting.slice(0, end);
}

/** Where an action ends. A number whose operation was wiped belongs to the action around it, if there is one. */
function findEnds(waiting: readonly WaitingOperation[], isAll: boolean): readonly boolean[] {
  let later: string | undefined;
  const following = waiting.toReversed().map(({ op }) => {
    const tx = later;
    later = op?.tx ?? later;
    return tx;
  });
  let open: string | undefined;
  return waiting.map(({ op }, index) => {
    open = op?.tx ?? open;
    const next = following[waiting.length - 1 - index];
    return next === undefined ? isAll || index + 1 < waiting.length : next !== open;
  });
}

/** The mutant of "only the pull answers": what was sent counts as done. */
const dropSent = (ports: ExchangePorts, lastSeq: number): Promise<undefined> =>
  ports.store.changeDevice({
    needs: () => ({ rows: [], promises: [], ring: false }),
    decide: ({ meta, outbox }) => ({
      changes: {
        meta: { ...meta, answered: Math.max(meta.answered, lastSeq) },
        outbox: new Map(outbox.flatMap(({ seq }) => (seq <= lastSeq ? [[seq, undefined] as const] : []))),
      },
      result: undefined,
    }),
  });

async function lookAtGap(ports: ExchangePorts, memory: Memory, lastSeq: number): Promise<ExchangeEvent> {
  const [next] = await ports.store.readWaiting(lastSeq, 1);
  const isFillable = next?.seq === lastSeq + 1 && lastSeq >= (memory.asked?.answered ?? 0);
  if (isFillable) memory.sent = { ...memory.sent, seq: lastSeq };
  return { kind: 'gap-seen', isFillable };
}

async function pull(
  ports: ExchangePorts,
  memory: Memory,
  token: number,
  isNext: boolean,
): Promise<ExchangeEvent | undefined> {
  if (isNext && sendNext(ports, memory, token)) return undefined;
  const meta = await ports.store.readMeta();
  if (meta === undefined) return { kind: 'broke' };
  memory.asked = meta;
  const { staged } = memory;
  if (staged !== undefined && isUnchanged(meta, staged) && sendNext(ports, memory, token)) return undefined;
  const cursors = Object.fromEntries(
    (Object.keys(meta.scopes) as ScopeKey[]).map((key) => [key, meta.scopes[key]?.cursor ?? 0]),
  );
  memory.staged = undefined;
  memory.request = { epoch: meta.epoch, dev: meta.dev, acked: meta.answered, cursors };
  ports.sendPull(token, memory.request);
  return undefined;
}

/** Asks for the page after those that are here. Out: whether there is one. */
function sendNext(ports: ExchangePorts, memory: Memory, token: number): boolean {
  const { staged } = memory;
  if (staged?.page.next === undefined) return false;
  memory.request = { ...staged.request, page: staged.page.next };
  ports.sendPull(token, memory.request);
  return true;
}

/**
 * Whether a pull that broke in the middle may go on where it was: on a bad network a long one would never end otherwise.
 * Between two pages of it nothing may have changed what the device has of the server.
 */
const isUnchanged = ({ dev, epoch, generation, answered }: DeviceMeta, { request, ...staged }: StagedPull): boolean =>
  dev === request.dev && epoch === request.epoch && generation === staged.generation && answered === request.acked;

async function stage(ports: ExchangePorts, memory: Memory, page: Pulled): Promise<ExchangeEvent> {
  const { request, asked } = memory;
  if (request === undefined || asked === undefined) return { kind: 'broke' };
  memory.staged = stagePage(memory.staged, page, { request, generation: asked.generation }, ports.rules);
  const isLast = page.next === undefined;
  // Pages come by rising version.
  if (page.next !== undefined) ports.onFetched?.(page.next.start / Math.max(1, page.version));
  if (!isLast && !ports.rules.appliesWholePulls) await applyStaged(ports, memory.staged);
  return { kind: 'staged', isLast };
}

async function apply(ports: ExchangePorts, memory: Memory): Promise<ExchangeEvent> {
  const { staged } = memory;
  if (staged === undefined) return { kind: 'broke' };
  memory.staged = undefined;
  const result = await applyStaged(ports, staged);
  return result === undefined ? { kind: 'broke' } : { kind: 'applied', result };
}

async function applyStaged(ports: ExchangePorts, staged: StagedPull): Promise<Applied | undefined> {
  const result = await ports.store.changeDevice(createApplyStep(staged, ports.rules));
  if (result?.kind === 'applied') ports.onStored('applied', result.mismatched);
  return result;
}

async function reidentify(
  ports: ExchangePorts,
  memory: Memory,
  epoch: string | undefined,
): Promise<ExchangeEvent | undefined> {
  const { asked } = memory;
  if (asked === undefined) return { kind: 'broke' };
  const from = { dev: asked.dev, epoch: asked.epoch };
  const step = createReidentifyStep({ from, dev: ports.newDev(), ...(epoch !== undefined && { epoch }) }, ports.rules);
  const isDone = await ports.store.changeDevice(step);
  memory.staged = undefined;
  if (isDone) ports.onStored('reidentified', []);
  return { kind: 'reidentified' };
}
