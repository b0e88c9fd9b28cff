/** When a tab sends, asks and waits: events in, commands out. It knows no network, no store and no clock (sync 2.15, 2.16). */
import type { ExchangeFailure } from '#protocol/exchange-failure.ts';
import type { PullAnswer, Pulled } from '#protocol/pull.ts';
import type { PushAnswer } from '#protocol/push.ts';
import type { Applied } from './decide-apply.ts';
import { delayAfter, restBetween } from './exchange-delays.ts';

export type ExchangeEvent =
  /** The page opened, was looked at, came online, or somebody asked. */
  | { readonly kind: 'wanted' }
  /** The timer rang. */
  | { readonly kind: 'woken' }
  /** Something was saved on this device. */
  | { readonly kind: 'committed' }
  /** The server says that it has something. */
  | { readonly kind: 'hinted' }
  | { readonly kind: 'nothing-waiting' }
  /** Whether what the server lacks is in the outbox. */
  | { readonly kind: 'gap-seen'; readonly isFillable: boolean }
  | { readonly kind: 'pushed'; readonly token: number; readonly answer: PushAnswer }
  | { readonly kind: 'pulled'; readonly token: number; readonly answer: PullAnswer }
  /** No answer in our words: no network, a portal, a status that says nothing, a server that asks for patience. */
  | { readonly kind: 'failed'; readonly token: number; readonly retryAfter?: number }
  /** The store failed; nothing was written. */
  | { readonly kind: 'broke' }
  | { readonly kind: 'staged'; readonly isLast: boolean }
  | { readonly kind: 'applied'; readonly result: Applied }
  | { readonly kind: 'reidentified' };

export type ExchangeCommand =
  | { readonly kind: 'push'; readonly token: number }
  | { readonly kind: 'pull'; readonly token: number; readonly isNext: boolean }
  /** How far the server has come with this identity: what is sent next begins after it. */
  | { readonly kind: 'note-sent'; readonly lastSeq: number }
  | { readonly kind: 'look-at-gap'; readonly lastSeq: number }
  | { readonly kind: 'stage'; readonly page: Pulled }
  /** The pages so far belong to no pull that can go on. */
  | { readonly kind: 'forget-pages' }
  | { readonly kind: 'apply' }
  | { readonly kind: 'reidentify'; readonly epoch?: string }
  /** One timer: a new one takes the place of the one before. */
  | { readonly kind: 'wake'; readonly milliseconds: number }
  | { readonly kind: 'tell'; readonly status: ExchangeStatus };

/** `signed-out` and `outdated` wait for a person; everything else goes on by itself. */
export type ExchangeStatus = 'resting' | 'working' | 'waiting' | 'signed-out' | 'outdated';

export interface ExchangeState {
  readonly phase: 'resting' | 'pushing' | 'pulling' | 'storing';
  /** Names the request whose answer is waited for; answers to any other are late and mean nothing. */
  readonly token: number;
  /** Something happened in the middle of a round: another one follows. */
  readonly isAgain: boolean;
  /** The round began with fetching, and nobody has looked for what waits to be sent. */
  readonly isUnsent: boolean;
  readonly failures: number;
}

export const restingState: ExchangeState = {
  ...{ phase: 'resting', token: 0, isAgain: false, isUnsent: false, failures: 0 },
};

export interface Advance {
  readonly state: ExchangeState;
  readonly commands: readonly ExchangeCommand[];
}

export interface MachineTools {
  /** From 0 up to 1: spreads the devices, decides nothing else. */
  readonly random: () => number;
  readonly retries: boolean;
  readonly pullsUntilAnswered: boolean;
  readonly returnEndsFailures: boolean;
}

/** In: the state and what happened. Out: the state after it and what is to be done, in order. */
export function advanceExchange(state: ExchangeState, event: ExchangeEvent, tools: MachineTools): Advance {
  switch (event.kind) {
    case 'wanted':
      return state.phase === 'resting' ? startPush(afterReturn(state, tools), true) : stay({ ...state, isAgain: true });
    case 'woken':
    case 'committed':
      return state.phase === 'resting' ? startPush(state, true) : stay({ ...state, isAgain: true });
    case 'hinted':
      return state.phase === 'resting' ? afterHint(state) : stay({ ...state, isAgain: true });
    case 'nothing-waiting':
      return startPull(state, false);
    case 'gap-seen':
      return event.isFillable ? startPush(state) : { state, commands: [{ kind: 'reidentify' }] };
    case 'pushed':
    case 'pulled':
    case 'failed':
      return event.token === state.token ? afterAnswer(state, event, tools) : stay(state);
    case 'broke':
      return rest(state, tools);
    case 'staged':
      return event.isLast ? { state, commands: [{ kind: 'apply' }] } : startPull(state, true);
    case 'applied':
      return afterApply(state, event.result, tools);
    case 'reidentified':
      return startPush({ ...state, isAgain: false });
  }
}

type Answered = Extract<ExchangeEvent, { token: number }>;

/** Only what is still waited for means anything. */
function afterAnswer(state: ExchangeState, event: Answered, tools: MachineTools): Advance {
  const { phase } = state;
  if (event.kind === 'pushed' && phase === 'pushing') return afterPush(state, event.answer, tools);
  if (event.kind === 'pulled' && phase === 'pulling') return afterPull(state, event.answer, tools);
  const isAsking = phase === 'pushing' || phase === 'pulling';
  return event.kind === 'failed' && isAsking ? rest(state, tools, event.retryAfter) : stay(state);
}

const stay = (state: ExchangeState): Advance => ({ state, commands: [] });

/** Somebody waits for what is there. What this device has saved was told at once, and is out after a round that ended well. */
const afterHint = (state: ExchangeState): Advance =>
  state.failures > 0
    ? startPush(state, true)
    : after([{ kind: 'tell', status: 'working' }], startPull({ ...state, isUnsent: true }, false));

function startPush(state: ExchangeState, tells = false): Advance {
  const token = state.token + 1;
  const commands: ExchangeCommand[] = tells ? [{ kind: 'tell', status: 'working' }] : [];
  const pushing: ExchangeState = { ...state, phase: 'pushing', isUnsent: false, token };
  return { state: pushing, commands: [...commands, { kind: 'push', token }] };
}

function startPull(state: ExchangeState, isNext: boolean): Advance {
  const token = state.token + 1;
  return { state: { ...state, phase: 'pulling', token }, commands: [{ kind: 'pull', token, isNext }] };
}

function afterPush(state: ExchangeState, answer: PushAnswer, tools: MachineTools): Advance {
  // Everything that waits is sent before anything is fetched: the outbox is then read once and not once for each page.
  if (answer.kind === 'pushed') return after([{ kind: 'note-sent', lastSeq: answer.lastSeq }], startPush(calm(state)));
  if (answer.kind === 'gap') {
    return { state: { ...state, phase: 'storing' }, commands: [{ kind: 'look-at-gap', lastSeq: answer.lastSeq }] };
  }
  return afterRefusal(state, answer, tools);
}

function afterPull(state: ExchangeState, answer: PullAnswer, tools: MachineTools): Advance {
  if (answer.kind === 'pulled') {
    return { state: { ...calm(state), phase: 'storing' }, commands: [{ kind: 'stage', page: answer }] };
  }
  // A pull that broke goes on where it was; one that the server refused does not.
  const next = answer.kind === 'restart' ? startPull(state, false) : afterRefusal(state, answer, tools);
  return answer.kind === 'busy' ? next : after([{ kind: 'forget-pages' }], next);
}

function afterRefusal(state: ExchangeState, answer: ExchangeFailure, tools: MachineTools): Advance {
  const storing: ExchangeState = { ...state, phase: 'storing' };
  if (answer.kind === 'epoch') return { state: storing, commands: [{ kind: 'reidentify', epoch: answer.epoch }] };
  if (answer.kind === 'fork') return { state: storing, commands: [{ kind: 'reidentify' }] };
  if (answer.kind === 'signed-out' || answer.kind === 'outdated') {
    return { state: { ...state, phase: 'resting', isAgain: false }, commands: [{ kind: 'tell', status: answer.kind }] };
  }
  return rest(state, tools);
}

function afterApply(state: ExchangeState, result: Applied, tools: MachineTools): Advance {
  if (result.kind === 'fork') return { state, commands: [{ kind: 'reidentify' }] };
  // Another tab was faster. Its round brings what this one would have brought; ours begins anew a little later.
  if (result.kind === 'stale') return rest({ ...state, failures: Math.min(state.failures, 1) }, tools);
  const isMore = (result.isMore && tools.pullsUntilAnswered) || result.mismatched.length > 0;
  if (isMore) return startPull(calm(state), false);
  // Whoever is hinted at all the time must not forget to send.
  if (state.isAgain || (state.isUnsent && result.isWaiting)) return startPush({ ...calm(state), isAgain: false });
  return {
    state: { ...calm(state), phase: 'resting' },
    commands: [
      { kind: 'tell', status: 'resting' },
      { kind: 'wake', milliseconds: restBetween(tools.random()) },
    ],
  };
}

/**
 * Whoever comes back does not wait out what failed before: what fails now is tried again soon. An operation that the
 * server dies of is given up only after so many tries, and nothing behind it is told its answer until then: with the
 * long waits of a row of failures that began before, that takes half an hour instead of minutes (sync 2.12).
 */
const afterReturn = (state: ExchangeState, { returnEndsFailures }: MachineTools): ExchangeState =>
  returnEndsFailures ? calm(state) : state;

const calm = (state: ExchangeState): ExchangeState => ({ ...state, failures: 0 });

function rest(state: ExchangeState, tools: MachineTools, retryAfter = 0): Advance {
  // Whoever asked in the meantime (a save, the network coming back) does not wait out what failed before.
  const failures = state.isAgain ? 1 : state.failures + 1;
  const milliseconds = Math.max(retryAfter, delayAfter(failures, tools.random()));
  return {
    state: { ...state, phase: 'resting', isAgain: false, failures },
    commands: [
      { kind: 'tell', status: 'waiting' },
      ...(tools.retries ? [{ kind: 'wake' as const, milliseconds }] : []),
    ],
  };
}

const after = (commands: readonly ExchangeCommand[], next: Advance): Advance => ({
  state: next.state,
  commands: [...commands, ...next.commands],
});
