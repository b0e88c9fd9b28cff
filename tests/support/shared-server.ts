/** People and rows on a server: what devices in a browser share through. */
import type { BrowserContext } from 'playwright';
import { planJoining } from '#domain/delivery/plan-joining.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';
import { exchangeAddress } from '#protocol/exchange-address.ts';
import type { Membership } from '#protocol/membership.ts';
import type { SignedIn } from '#protocol/session.ts';
import type { SharedApp } from './shared-app.ts';

const password = 'en lång mening som ingen gissar';

/** Somebody who is signed in, from outside any browser. */
export interface SignedInPerson {
  /** The server that this person talks to. */
  readonly url: string;
  readonly me: SignedIn;
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Signs a browser's context in as this person. */
  readonly signIn: (context: BrowserContext) => Promise<void>;
  /** Sends operations as a device of this person would. */
  readonly push: (operations: readonly Operation[]) => Promise<void>;
}

export type FreshServer = Pick<SharedApp, 'baseUrl' | 'setUpLink' | 'close'>;

export interface SharedServer {
  readonly url: string;
  readonly admin: SignedInPerson;
  /** In: the server at which this person comes in, when there is another one on the same database. */
  readonly letIn: (name: string, grants: readonly Membership[], at?: string) => Promise<SignedInPerson>;
  /** Puts rows on the server as the administrator's. */
  readonly fill: (rows: ReadonlyMap<TableName, readonly StoredRow[]>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts it with one administrator in one space. In: a server that nobody has set up. */
export async function startSharedServer({ baseUrl: url, setUpLink, close }: FreshServer): Promise<SharedServer> {
  const setUp = { spaceName: 'Exempelby', personName: 'Anna Admin', name: 'anna@example.se', password };
  const token = setUpLink.split('#')[1];
  const admin = await enter(url, '/api/session/set-up', { ...setUp, token, sharedDevice: false });
  return {
    url,
    admin,
    letIn: async (name, grants, at = url) => {
      const link = await admin.ask('POST', '/api/invitations', { grants });
      const { token } = link.body as { token: string };
      const account = { personName: name, name: `${name.toLowerCase()}@example.se`, password, sharedDevice: false };
      return enter(at, '/api/invitations/accept', { kind: 'password', token, ...account });
    },
    fill: async (rows) => admin.push(planJoining(rows, { at: '2026-01-01T08:00:00.000+01:00', newId }).operations),
    stop: close,
  };
}

let made = 0;
/** Ids in order, shaped as the records demand. */
export const newId = (): string => {
  made += 1;
  return `019a0000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
};

async function enter(url: string, path: string, body: object): Promise<SignedInPerson> {
  const headers = { 'content-type': 'application/json', 'x-mlo': '1', 'sec-fetch-site': 'same-origin', origin: url };
  const entered = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const me = (await entered.json()) as SignedIn;
  if (me.kind !== 'signed-in') throw new Error(`Expected a session, got ${JSON.stringify(me)}`);
  const [pair = ''] = entered.headers.getSetCookie().map((set) => set.split('; ', 1)[0] ?? '');
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const ask: SignedInPerson['ask'] = async (method, address, sent) => {
    const own = { ...headers, cookie: pair, 'x-mlo-user': me.user.id };
    const answer = await fetch(`${url}${address}`, {
      method,
      headers: own,
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    url,
    me,
    ask,
    signIn: (context) => context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]),
    push: async (operations) => {
      const dev = crypto.randomUUID();
      const first = await ask('POST', exchangeAddress.pull, { epoch: '', dev, acked: 0, cursors: {} });
      const { epoch } = first.body as { epoch: string };
      const numbered = operations.map((op, index) => ({ seq: index + 1, op }));
      const pushed = await ask('POST', exchangeAddress.push, { epoch, dev, acked: 0, operations: numbered });
      if (pushed.status !== 200) throw new Error(`The push was answered ${JSON.stringify(pushed)}`);
    },
  };
}
