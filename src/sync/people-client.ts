/** Sign-in, invitations and rights over HTTP: what the pages ask of the server of their own origin. */
import {
  type AccessEntry,
  type AccessLogAnswer,
  type AccessLogQuery,
  type AccessReportAnswer,
  type AccessReportQuery,
  type AnnounceExportRequest,
  accessLogAnswerSchema,
  accessReportAnswerSchema,
  extractAnswerSchema,
} from '#protocol/access-log.ts';
import { ownPageHeader } from '#protocol/exchange-address.ts';
import type { Membership } from '#protocol/membership.ts';
import {
  type AcceptRequest,
  type Invitation,
  invitationsAnswerSchema,
  type LinkAnswer,
  linkAnswerSchema,
  type Person,
  type PreviewAnswer,
  peopleAnswerSchema,
  previewAnswerSchema,
  type SetMembershipRequest,
} from '#protocol/people.ts';
import {
  type ChangePasswordRequest,
  type ChooseSpace,
  doneAnswerSchema,
  finishProviderAnswerSchema,
  linkPages,
  type PeopleFailure,
  peopleFailureSchema,
  type ResetPasswordRequest,
  type SetUpRequest,
  type SignedIn,
  type SignInRequest,
  type StartProviderRequest,
  signedInSchema,
  startProviderAnswerSchema,
} from '#protocol/session.ts';
import { PROTOCOL_VERSION } from '#protocol/status.ts';

/** `away`: nothing came that is in our words: no network, a portal's page, a proxy's error. */
export type Trouble = PeopleFailure | { readonly kind: 'away' };

export type Asked<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** What somebody may do in one promise, or in the space as a whole. */
export type Right = Membership;
export type LinkPreview = PreviewAnswer;
export type PersonInSpace = Person;
export type OpenInvitation = Invitation;
export type Session = SignedIn;
export type ProviderFinish = SignedIn | ChooseSpace;
/** One row of the log of who did what, and a page of them. */
export type LogEntry = AccessEntry;
export type LogPage = AccessLogAnswer;
/** How often each account did what in a span of time. */
export type AccessReport = AccessReportAnswer;
/** A link that was made just now: the only time that its secret is told. */
export type NewLink = LinkAnswer;

/** As much of a schema as is needed to read by it. */
interface Reader<T> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false };
}

/** Where a link leads that lets somebody in, with its secret behind the `#`: that part of an address is sent to nobody. */
export const toLinkAddress = (origin: string, kind: 'invitation' | 'reset', token: string): string =>
  `${origin}${linkPages[kind]}#${token}`;

/** The secret in the address of the page, if it has the shape of one. In: the page's `#…`. */
export const readLinkToken = (hash: string): string | undefined => /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1];

/**
 * What can be asked about people. In: the page's `fetch`. Out: one function for each question. None of them rejects;
 * each gives the answer, or the trouble, of which `signed-out` means that somebody has to sign in first and
 * `unknown-address` that it is not there or not theirs, which the server does not tell apart.
 */
export function createPeopleClient(fetchFromServer: typeof fetch) {
  const ask =
    <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', reader: Reader<T>) =>
    (address: string, body?: object) =>
      send(fetchFromServer, method, address, reader, body);
  const done = doneAnswerSchema;
  return {
    signIn: (request: SignInRequest) => ask('POST', signedInSchema)('/api/session', request),
    setUp: (request: SetUpRequest) => ask('POST', signedInSchema)('/api/session/set-up', request),
    /** `wipe`: the browser forgets what this origin has stored. Only when nothing waits to be sent. */
    signOut: (wipe: boolean) => ask('DELETE', done)('/api/session', { wipe }),
    endOtherSessions: () => ask('DELETE', done)('/api/session/others'),
    changePassword: (request: ChangePasswordRequest) => ask('POST', done)('/api/session/password', request),
    resetPassword: (request: ResetPasswordRequest) => ask('POST', done)('/api/session/reset', request),
    /** Out: the address at the provider to go to. */
    startProvider: (providerId: string, request: StartProviderRequest) =>
      ask('POST', startProviderAnswerSchema)(`/api/oidc/${providerId}/start`, request),
    /** Back from a provider. Out: the session, or the spaces of which one is to be chosen. */
    finishProvider: (spaceId?: string) =>
      ask('POST', finishProviderAnswerSchema)('/api/oidc/finish', spaceId === undefined ? {} : { spaceId }),
    previewLink: (token: string) => ask('POST', previewAnswerSchema)('/api/invitations/preview', { token }),
    acceptInvitation: (request: AcceptRequest) => ask('POST', signedInSchema)('/api/invitations/accept', request),
    invite: (grants: readonly Right[]) => ask('POST', linkAnswerSchema)('/api/invitations', { grants }),
    readInvitations: () => ask('GET', invitationsAnswerSchema)('/api/invitations'),
    withdrawInvitation: (id: string) => ask('DELETE', done)(`/api/invitations/${id}`),
    readPeople: () => ask('GET', peopleAnswerSchema)('/api/people'),
    setMembership: (userId: string, scope: string, right: SetMembershipRequest) =>
      ask('PUT', done)(`/api/people/${userId}/memberships/${scope}`, right),
    revokeMembership: (userId: string, scope: string) =>
      ask('DELETE', done)(`/api/people/${userId}/memberships/${scope}`),
    createResetLink: (userId: string) => ask('POST', linkAnswerSchema)(`/api/people/${userId}/reset`),
    endSessionsOf: (userId: string) => ask('DELETE', done)(`/api/people/${userId}/sessions`),
    endAccount: (userId: string) => ask('DELETE', done)(`/api/people/${userId}`),
    readLog: (query: AccessLogQuery) => ask('GET', accessLogAnswerSchema)(`/api/log${toSearch(query)}`),
    readAccessReport: (query: AccessReportQuery) =>
      ask('GET', accessReportAnswerSchema)(`/api/log/report${toSearch(query)}`),
    /** Something left the app as a file or on paper. */
    announceExport: (request: AnnounceExportRequest) => ask('POST', done)('/api/log/exports', request),
    /** All that is stored about who is signed in. */
    readExtract: () => ask('GET', extractAnswerSchema)('/api/session/extract'),
  } as const;
}

function toSearch(query: AccessLogQuery | AccessReportQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

async function send<T>(
  fetchFromServer: typeof fetch,
  method: string,
  address: string,
  reader: Reader<T>,
  body: object | undefined,
): Promise<Asked<T>> {
  const value = await receive(fetchFromServer, method, address, body);
  const answer = reader.safeParse(value);
  if (answer.success) return { kind: 'answered', answer: answer.data };
  const failure = peopleFailureSchema.safeParse(value);
  return { kind: 'failed', trouble: failure.success ? failure.data : { kind: 'away' } };
}

async function receive(
  fetchFromServer: typeof fetch,
  method: string,
  address: string,
  body: object | undefined,
): Promise<unknown> {
  try {
    const response = await fetchFromServer(address, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      headers: { 'Content-Type': 'application/json', [ownPageHeader]: String(PROTOCOL_VERSION) },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
    return await response.json();
  } catch {
    // No network, or nothing that can be read: what the server did is asked about with the next question.
    return undefined;
  }
}
