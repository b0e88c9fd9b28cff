/** The exchange over HTTP (sync 2.7, 2.8). The one file of the device that reads status codes. */
import { authorHeader, exchangeAddress, ownPageHeader } from '#protocol/exchange-address.ts';
import { type PullAnswer, type PullPage, type PullRequest, readNextPage, readPullAnswer } from '#protocol/pull.ts';
import { type PushAnswer, type PushRequest, pushAnswerSchema } from '#protocol/push.ts';
import { PROTOCOL_VERSION } from '#protocol/status.ts';
import { isSealing } from '#storage/row-seal.ts';

export interface Wire {
  readonly fetch: typeof fetch;
  /** Aborts after so many milliseconds. */
  readonly abortAfter: (milliseconds: number) => AbortSignal;
}

/**
 * `failed`: no answer in our words, whatever came instead: no network, a portal's page, a proxy's error, a server that
 * asks for patience. `retryAfter`: milliseconds, when somebody said how long.
 */
export type Sent<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly retryAfter?: number };

/** Milliseconds. A request that takes longer is given up; whatever it did is asked about by the next one. */
export const patience = 30_000;
/** Milliseconds: nobody who asks for more is believed. */
const longestWait = 600_000;

/** Sends waiting operations. In: whose they are. Never rejects. */
export const sendPush = (wire: Wire, userId: string, request: PushRequest): Promise<Sent<PushAnswer>> =>
  send(wire, userId, exchangeAddress.push, request, (value) => {
    const parsed = pushAnswerSchema.safeParse(value);
    return parsed.success ? parsed.data : undefined;
  });

/**
 * Asks for what is new, and says whether the device keeps its rows readable. In: for whom, and who is told at once which
 * page comes next, before the rows of this one have been read. Never rejects.
 */
export const sendPull = (
  wire: Wire,
  userId: string,
  request: PullRequest,
  onNext?: (page: PullPage) => void,
): Promise<Sent<PullAnswer>> =>
  send(wire, userId, exchangeAddress.pull, isSealing() ? request : { ...request, open: true }, (value) => {
    const next = onNext && readNextPage(value);
    if (next) onNext(next);
    return readPullAnswer(value);
  });

async function send<Answer extends { readonly kind: string }>(
  wire: Wire,
  userId: string,
  address: string,
  request: unknown,
  read: (value: unknown) => Answer | undefined,
): Promise<Sent<Answer>> {
  const response = await ask(wire, userId, address, request);
  if (response === undefined) return { kind: 'failed' };
  const answer = read(response.body);
  const isPatienceAsked = response.status === 429 || response.status === 503;
  // A portal or a proxy may answer with any status, also ours: only our own words mean what the status says.
  if (answer === undefined || isPatienceAsked || response.status === 413) return toFailed(response.retryAfter);
  return { kind: 'answered', answer };
}

interface Received {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: number | undefined;
}

async function ask(
  { fetch: fetchFromServer, abortAfter }: Wire,
  userId: string,
  address: string,
  request: unknown,
): Promise<Received | undefined> {
  try {
    const response = await fetchFromServer(address, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      headers: {
        'Content-Type': 'application/json',
        [ownPageHeader]: String(PROTOCOL_VERSION),
        [authorHeader]: userId,
      },
      body: JSON.stringify(request),
      signal: abortAfter(patience),
    });
    const retryAfter = readRetryAfter(response.headers.get('retry-after'));
    const body: unknown = await response.json();
    return { status: response.status, body, retryAfter };
  } catch {
    // Whatever the reason, nothing came that can be read: the caller waits and asks again.
    return undefined;
  }
}

const toFailed = (retryAfter: number | undefined): { readonly kind: 'failed'; readonly retryAfter?: number } => ({
  kind: 'failed',
  ...(retryAfter !== undefined && { retryAfter }),
});

/** In: whole seconds as text. A date would be by a clock that need not be ours, so it says nothing. */
function readRetryAfter(text: string | null): number | undefined {
  if (text === null || !/^\d{1,6}$/.test(text.trim())) return undefined;
  return Math.min(Number(text) * 1000, longestWait);
}
