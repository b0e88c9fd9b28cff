import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pulled } from '#protocol/pull.ts';
import {
  advanceExchange,
  type ExchangeCommand,
  type ExchangeEvent,
  type ExchangeState,
  restingState,
} from '#sync/exchange-machine.ts';

const tools = { random: () => 0.5, retries: true, pullsUntilAnswered: true, returnEndsFailures: true };
const page: Pulled = {
  ...{ kind: 'pulled', epoch: 'line', now: 0, version: 1, drop: [], later: [], scopes: {} },
  ...{ rows: [], gone: [], outcomes: [], sums: {} },
};

interface Course {
  readonly state: ExchangeState;
  readonly commands: readonly ExchangeCommand[];
}

/** Takes events one after the other; the answers of a server that has nothing new are made up. */
function take(events: readonly ExchangeEvent['kind'][], from: ExchangeState = restingState, isWaiting = false): Course {
  let state = from;
  const commands: ExchangeCommand[] = [];
  for (const kind of events) {
    const advance = advanceExchange(state, toEvent(kind, state.token, isWaiting), tools);
    state = advance.state;
    commands.push(...advance.commands);
  }
  return { state, commands };
}

function toEvent(kind: ExchangeEvent['kind'], token: number, isWaiting: boolean): ExchangeEvent {
  if (kind === 'pulled') return { kind, token, answer: page };
  if (kind === 'failed') return { kind, token };
  if (kind === 'staged') return { kind, isLast: true };
  if (kind === 'applied') {
    return { kind, result: { kind: 'applied', mismatched: [], refused: 0, isMore: false, isWaiting } };
  }
  return { kind } as ExchangeEvent;
}

const requests = ({ commands }: Course) =>
  commands.flatMap(({ kind }) => (kind === 'push' || kind === 'pull' ? [kind] : []));

test('what is hinted at is fetched at once, and what this device has saved is sent after it if it is still here', () => {
  const round = ['hinted', 'pulled', 'staged', 'applied'] as const;
  expect(requests(take(round))).toEqual(['pull']);
  expect(take(round).state.phase).toBe('resting');
  expect(requests(take(round, restingState, true))).toEqual(['pull', 'push']);
  expect(requests(take([...round, 'nothing-waiting', 'pulled', 'staged', 'applied'], restingState, true))).toEqual([
    ...['pull', 'push', 'pull'],
  ]);
});

test('after a round that failed a hint has everything sent first', () => {
  expect(requests(take(['hinted', 'failed', 'hinted']))).toEqual(['pull', 'push']);
});

test('waits grow with every failure in a row, and whoever comes back begins a new row', () => {
  const waitAfter = (events: readonly ExchangeEvent['kind'][]) => {
    const wakes = take(events).commands.flatMap((command) => (command.kind === 'wake' ? [command.milliseconds] : []));
    return wakes.at(-1);
  };
  const row = Array.from({ length: 9 }, () => ['woken', 'failed'] as const).flat();
  expect(waitAfter(['woken', 'failed'])).toBe(1500);
  expect(waitAfter(row)).toBe(150_500);
  expect(waitAfter([...row, 'woken', 'failed'])).toBe(150_500);
  expect(waitAfter([...row, 'wanted', 'failed'])).toBe(1500);
  expect(waitAfter([...row, 'wanted', 'failed', 'woken', 'failed'])).toBe(2500);
});

test('a hint in the middle of a round is never lost: another round follows, whatever happens', () => {
  const reason = fc.constantFrom<ExchangeEvent['kind']>('wanted', 'committed', 'hinted');
  fc.assert(
    fc.property(reason, fc.integer({ min: 0, max: 4 }), (begin, at) => {
      const round: ExchangeEvent['kind'][] =
        begin === 'hinted'
          ? ['hinted', 'pulled', 'staged', 'applied']
          : [begin, 'nothing-waiting', 'pulled', 'staged', 'applied'];
      const place = Math.min(at + 1, round.length - 1);
      const { state, commands } = take([...round.slice(0, place), 'hinted', ...round.slice(place)]);
      expect(state.phase).toBe('pushing');
      expect(commands.at(-1)?.kind).toBe('push');
    }),
  );
});
