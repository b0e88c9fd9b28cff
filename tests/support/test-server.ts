import { randomBytes } from 'node:crypto';
import type { Membership } from '#protocol/membership.ts';
import type { SignedIn } from '#protocol/session.ts';
import { createApp } from '#server/app.ts';
import type { ServerDatabase } from '#server/database/server-database.ts';
import {
  createExchangeService,
  type ExchangeOptions,
  type ExchangeService,
} from '#server/exchange/exchange-service.ts';
import { type LogEntry, toLogLine } from '#server/guard/log-line.ts';
import { createScrypt } from '#server/node/scrypt.ts';
import { createPeople, type People, type PeopleOptions } from '#server/people/people.ts';
import { createSetUpLink } from '#server/people/set-up.ts';
import type { SignInProvider } from '#server/people/sign-in-provider.ts';
import { type EngineName, openTestDatabase, type TestDatabase } from './server-databases.ts';

export const origin = 'http://localhost:4173';
export const password = 'en lång mening som ingen gissar';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address at the other end of the socket. */
  readonly peer?: string;
}

/** A browser that has our page open: it keeps cookies, and sends what our page sends. */
export interface Browser {
  readonly ask: (method: string, path: string, ask?: Ask) => Promise<Answer>;
  readonly cookies: Map<string, string>;
}

export interface TestServer extends TestDatabase {
  readonly app: ReturnType<typeof createApp>;
  readonly people: People;
  readonly exchange: ExchangeService;
  /** Milliseconds; only tests move it. */
  readonly clock: { now: number };
  /** Lines of the log, as they would be printed. */
  readonly lines: string[];
  readonly openBrowser: () => Browser;
  /** The first administrator's browser, and the space that was made for it. */
  readonly setUp: () => Promise<{ readonly browser: Browser; readonly me: SignedIn }>;
  /** Somebody whom `by` lets in. In: what they may do. */
  readonly letIn: (by: Browser, name: string, grants: readonly Membership[]) => Promise<Newcomer>;
  /** A promise that is there, as a push would leave it. */
  readonly addPromise: (spaceId: string, id: string) => Promise<void>;
}

export interface Newcomer {
  readonly browser: Browser;
  readonly me: SignedIn;
}

export interface TestServerOptions
  extends Pick<ExchangeOptions, 'journal' | 'limits' | 'streamTimes' | 'rules'>,
    Pick<PeopleOptions, 'rights'> {
  /** What the server gets in place of its database: one that forgets something, for instance. */
  readonly database?: (own: ServerDatabase) => ServerDatabase;
}

/** A server on a database of its own. In: an engine of this run, and providers, if any. */
export async function openTestServer(
  engine: EngineName,
  providers: readonly SignInProvider[] = [],
  options: TestServerOptions = {},
): Promise<TestServer> {
  const { database: toDatabase = (own) => own, rights, ...exchangeOptions } = options;
  const opened = await openTestDatabase(engine);
  const database = toDatabase(opened.database);
  const clock = { now: Date.parse('2026-11-21T08:00:00Z') };
  const lines: string[] = [];
  const people = createPeople({
    database,
    providers,
    ...(rights && { rights }),
    costLog2: 4,
    ports: {
      now: () => clock.now,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      scrypt: createScrypt({ running: 2, waiting: 1000 }),
      log: (entry: LogEntry) => lines.push(toLogLine(clock.now, entry)),
    },
  });
  const exchange = createExchangeService({ people, receiptKey: new Uint8Array(randomBytes(32)), ...exchangeOptions });
  const app = createApp({ version: '1.2.3', exchange });
  const openBrowser = () => createBrowser(app);

  return {
    ...opened,
    ...{ app, people, exchange, clock, lines, openBrowser },
    drop: async () => {
      exchange.streams.close();
      await opened.drop();
    },
    setUp: async () => {
      const browser = openBrowser();
      const token = toToken(await createSetUpLink(people, origin));
      const body = { token, spaceName: 'Testkommunen', personName: 'Admin', name: 'admin@example.se', password };
      const answer = await browser.ask('POST', '/api/session/set-up', { body: { ...body, sharedDevice: false } });
      return { browser, me: toSignedIn(answer) };
    },
    letIn: (by, name, grants) => letIn(openBrowser(), by, name, grants),
    addPromise: async (spaceId, id) => {
      const fields = JSON.stringify({ title: 'Ett löfte', visibility: 'internal' });
      await opened.look(
        "INSERT INTO record (space, tbl, id, scope, version, fields) VALUES ($1, 'promises', $2, $2, 1, $3)",
        [spaceId, id, fields],
      );
    },
  };
}

async function letIn(browser: Browser, by: Browser, name: string, grants: readonly Membership[]): Promise<Newcomer> {
  const link = await by.ask('POST', '/api/invitations', { body: { grants } });
  const { token } = link.body as { token: string };
  const body = { kind: 'password', token, personName: name, name: `${name}@example.se`, password, sharedDevice: false };
  return { browser, me: toSignedIn(await browser.ask('POST', '/api/invitations/accept', { body })) };
}

/** The secret in an address. */
export const toToken = (address: string | undefined): string => address?.split('#')[1] ?? '';

export function toSignedIn({ status, body }: Answer): SignedIn {
  const signedIn = body as SignedIn;
  if (signedIn.kind !== 'signed-in') throw new Error(`Expected a session, got ${status} ${JSON.stringify(body)}`);
  return signedIn;
}

function createBrowser(app: ReturnType<typeof createApp>): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (method, path, { body, headers = {}, peer = '192.0.2.7' } = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const own = { 'content-type': 'application/json', 'x-mlo': '1', 'sec-fetch-site': 'same-origin', origin };
      const answer = await app.request(
        `${origin}${path}`,
        {
          method,
          headers: { ...own, ...(cookie ? { cookie } : {}), ...headers },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body: JSON.stringify(body ?? {}) }),
        },
        { peer },
      );
      for (const set of answer.headers.getSetCookie()) keepCookie(cookies, set);
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.startsWith('application/json');
      return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers };
    },
  };
}

function keepCookie(cookies: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split('; ');
  const name = pair.slice(0, pair.indexOf('='));
  if (attributes.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, pair.slice(name.length + 1));
}
