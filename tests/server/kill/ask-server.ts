import { authorHeader, exchangeAddress } from '#protocol/exchange-address.ts';
import { type SignedIn, signedInSchema } from '#protocol/session.ts';
import type { Gate } from './gate.ts';

export const password = 'en lång mening som ingen gissar';

/** A session, as a browser holds it. */
export interface Session {
  readonly cookie: string;
  readonly me: SignedIn;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: number;
}

/** Asks as our own page would. Rejects when no answer comes. */
export async function ask(
  origin: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Answer & { readonly cookie: string }> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mlo': '1', 'sec-fetch-site': 'same-origin', origin, ...headers },
    body: JSON.stringify(body),
  });
  const cookie = response.headers.getSetCookie()[0]?.split('; ')[0] ?? '';
  const retryAfter = Number(response.headers.get('retry-after') ?? 0);
  return { status: response.status, body: await response.json(), retryAfter, cookie };
}

/** The first administrator. In: where the server is open, and the link it printed. */
export async function setUp(origin: string, link: string): Promise<Session> {
  const token = link.split('#')[1] ?? '';
  const names = { spaceName: 'Testkommunen', personName: 'Admin', name: 'admin@example.se' };
  const answer = await ask(origin, '/api/session/set-up', { token, ...names, password, sharedDevice: false }, {});
  return toSession(answer);
}

/** One more session of the administrator: the number of pushes is limited for each. */
export const signIn = async (origin: string): Promise<Session> =>
  toSession(await ask(origin, '/api/session', { name: 'admin@example.se', password, sharedDevice: false }, {}));

function toSession({ status, body, cookie }: Answer & { readonly cookie: string }): Session {
  const read = signedInSchema.safeParse(body);
  if (!read.success) throw new Error(`No session: ${status} ${JSON.stringify(body)}`);
  return { cookie, me: read.data };
}

/** Sends a request of the exchange until it is answered; the server may die any number of times meanwhile. */
export async function askUntilAnswered(
  gate: Gate,
  { cookie, me }: Session,
  name: 'push' | 'pull',
  body: unknown,
  onFailure = () => {},
): Promise<Answer> {
  for (;;) {
    const { origin } = await gate.reach();
    try {
      const answer = await ask(origin, exchangeAddress[name], body, { cookie, [authorHeader]: me.user.id });
      if (answer.status !== 429 && answer.status !== 503) return answer;
      if (answer.status === 503) onFailure();
      await wait(Math.max(0.1, answer.retryAfter));
    } catch {
      // No answer, or half of one: it may have been done or not. The same is sent again, as soon as somebody is there.
      onFailure();
      await wait(0.05);
    }
  }
}

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
