/** A device without a screen: it holds a stream of hints and asks as the app does, and keeps nothing but its cursors. */
import { createHintPace } from '#app/sharing/hint-pace.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { authorHeader, clientParameter, exchangeAddress, ownPageHeader } from '#protocol/exchange-address.ts';
import type { PullAnswer, PullPage } from '#protocol/pull.ts';
import type { PushAnswer } from '#protocol/push.ts';
import { PROTOCOL_VERSION } from '#protocol/status.ts';
import type { SignedInPerson } from './load-ground.ts';

export interface LoadDevice {
  /** Resolves when it has everything and hears of what is new. */
  readonly connect: () => Promise<void>;
  /** Milliseconds until the server has answered; a device sends one push after the other. */
  readonly push: (operations: readonly Operation[]) => Promise<number>;
  /** Resolves when nothing is under way any more. */
  readonly close: () => Promise<void>;
}

export interface LoadWatch {
  /** Of every row that came after the first pull. */
  readonly onRow: (id: string) => void;
  /** Of every request that was told to wait, in seconds. */
  readonly onWait: (seconds: number) => void;
}

export function createLoadDevice(origin: string, person: SignedInPerson, watch: LoadWatch): LoadDevice {
  const dev = crypto.randomUUID();
  const stream = new AbortController();
  let [epoch, known, hinted, seq] = ['', 0, 0, 0];
  let cursors: Record<ScopeKey, number> = {};
  let following: Promise<void> | undefined;
  let pushing: Promise<void> = Promise.resolve();

  const headers = {
    'content-type': 'application/json',
    cookie: `mlo-session=${person.token}`,
    [ownPageHeader]: String(PROTOCOL_VERSION),
    [authorHeader]: person.userId,
    'sec-fetch-site': 'same-origin',
    origin,
  };
  /** Until it is answered: whoever is told to wait waits, as the app does. */
  const ask = async <Answer extends { readonly kind: string }>(path: string, body: object): Promise<Answer> => {
    for (;;) {
      const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
      const answer = (await response.json()) as Answer;
      if (response.status !== 429 && response.status !== 503) return answer;
      const seconds = Number(response.headers.get('retry-after') ?? 1);
      watch.onWait(seconds);
      await pause(seconds * 1000);
    }
  };
  const askPull = (page?: PullPage) =>
    ask<PullAnswer>(exchangeAddress.pull, { epoch, dev, acked: 0, cursors, ...(page && { page }) });
  const pull = async (onRow: (id: string) => void) => {
    let page: PullPage | undefined;
    do {
      const answer = await askPull(page);
      if (answer.kind !== 'pulled') throw new Error(`A pull was answered ${answer.kind}`);
      for (const { row } of answer.rows) onRow(row.id);
      page = answer.next;
      if (page === undefined) {
        known = answer.version;
        cursors = Object.fromEntries(Object.keys(answer.scopes).map((key) => [key, answer.version]));
      }
    } while (page !== undefined);
  };
  const pace = createHintPace(() => performance.now());
  const follow = async () => {
    while (hinted > known && !stream.signal.aborted) {
      await pause(pace.findWait());
      const start = performance.now();
      await pull(watch.onRow);
      pace.spend(performance.now() - start);
    }
    following = undefined;
  };
  const hear = (version: number) => {
    hinted = Math.max(hinted, version);
    following ??= follow();
  };
  const push = async (operations: readonly Operation[]) => {
    const numbered = operations.map((op, index) => ({ seq: seq + index + 1, op }));
    const answer = await ask<PushAnswer>(exchangeAddress.push, { epoch, dev, acked: 0, operations: numbered });
    if (answer.kind !== 'pushed') throw new Error(`A push was answered ${JSON.stringify(answer)}`);
    seq += operations.length;
  };
  return {
    connect: async () => {
      const address = `${origin}${exchangeAddress.events}?${clientParameter}=${PROTOCOL_VERSION}`;
      const response = await fetch(address, { headers, signal: stream.signal });
      if (!response.ok || !response.body) throw new Error(`A stream was answered ${response.status}`);
      void listen(response.body, hear);
      const first = await askPull();
      if (first.kind === 'epoch') epoch = first.epoch;
      await pull(() => undefined);
    },
    push: (operations) => {
      const start = performance.now();
      const pushed = pushing.then(() => push(operations));
      pushing = pushed.catch(() => undefined);
      return pushed.then(() => performance.now() - start);
    },
    close: async () => {
      stream.abort();
      await following;
    },
  };
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => (milliseconds > 0 ? setTimeout(resolve, milliseconds) : resolve()));

async function listen(body: ReadableStream<Uint8Array>, onVersion: (version: number) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const part of body) {
      text += decoder.decode(part, { stream: true });
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data: ')) onVersion(JSON.parse(line.slice(6)).version ?? Number.POSITIVE_INFINITY);
      }
    }
  } catch {
    // The device was closed.
  }
}
