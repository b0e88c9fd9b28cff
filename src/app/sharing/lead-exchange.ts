/** The leader's work: rounds of the exchange, and the reasons for them. */
import { newId } from '#app/new-id.ts';
import type { SharingStatus } from '#features/services.ts';
import { exchangeLimits } from '#protocol/exchange-limits.ts';
import type { Database } from '#storage/database.ts';
import { readJoinedDevice } from '#storage/device-meta.ts';
import { createDeviceStore } from '#storage/device-store.ts';
import { type JoinedServer, readJoinedServer } from '#storage/joined-server.ts';
import { auditRows } from '#sync/audit-rows.ts';
import { deviceRules } from '#sync/device-rules.ts';
import type { ExchangeEvent } from '#sync/exchange-machine.ts';
import { createPagesAhead } from '#sync/pages-ahead.ts';
import { readSession } from '#sync/read-session.ts';
import { createExchange, type ExchangePorts } from '#sync/run-exchange.ts';
import { patience, type Sent, sendPull, sendPush, type Wire } from '#sync/send-exchange.ts';
import { createTrimStep } from '#sync/trim-ring.ts';
import { setTimer, watchReturns } from './browser-ports.ts';
import { followHints } from './follow-hints.ts';
import { listenForHints } from './hint-stream.ts';
import { keepLease } from './keep-lease.ts';
import { watchSaves } from './watch-saves.ts';

const wire: Wire = { fetch, abortAfter: (milliseconds) => AbortSignal.timeout(milliseconds) };

/**
 * Exchanges until it is stopped. In: the database, and whom to tell how it stands. Out: how to ask for a round, and how
 * to stop; a round that is under way then ends without a word.
 */
export function leadExchange(
  db: Database,
  tell: (status: SharingStatus, fetched?: number) => void,
): { readonly exchangeNow: () => void; readonly stop: () => void } {
  let isStopped = false;
  let forgetWake: () => void = () => undefined;
  const happen = (event: ExchangeEvent) => {
    if (isStopped) return;
    // The machine has been told that the store failed and tries again later; a page that writes says what is wrong.
    exchange.handle(event).catch(() => undefined);
  };
  const { store, ...requests } = createPorts(db, happen);
  const lease = keepLease(db);
  const hints = followHints(db, () => happen({ kind: 'hinted' }));
  const audit = async () => {
    // What the store cannot do now it is asked to do again the next time that all is quiet.
    const found = await auditRows(db, store, Date.now()).catch(() => 'not-due' as const);
    if (found === 'lacking') happen({ kind: 'wanted' });
  };
  const exchange = createExchange({
    store,
    ...requests,
    wake: (milliseconds) => {
      forgetWake();
      if (!isStopped) forgetWake = setTimer(milliseconds, () => happen({ kind: 'woken' }));
    },
    newDev: () => crypto.randomUUID(),
    random: Math.random,
    tell: (status) => {
      if (isStopped) return;
      if (status === 'signed-out') void tellWhoIsSignedIn(db, tell, () => happen({ kind: 'wanted' }));
      else tell(status);
      hints.tell(status);
      if (status !== 'resting') return;
      void lease.renew();
      void audit();
    },
    onStored: () => undefined,
    onFetched: (share) => !isStopped && tell('working', share),
    limits: { operations: exchangeLimits.pushOperations, bytes: exchangeLimits.pushBytes },
    rules: deviceRules,
  });
  const stops = [
    listenForHints({ openStream: findStreams(), random: Math.random, setTimer }, hints.note),
    hints.stop,
    watchReturns(() => happen({ kind: 'wanted' })),
    watchSaves(db, () => happen({ kind: 'committed' })),
  ];
  happen({ kind: 'wanted' });
  void store.changeDevice(createTrimStep(Date.now())).catch(() => undefined);
  return {
    exchangeNow: () => happen({ kind: 'wanted' }),
    stop: () => {
      isStopped = true;
      forgetWake();
      for (const stop of stops) stop();
    },
  };
}

/**
 * What the exchange works with, and its requests, whose answers come back as events. Whose work it is, is read in one with
 * the state of the device: what is asked for or sent goes under the name of the person that the state belongs to (I13).
 */
function createPorts(
  db: Database,
  happen: (event: ExchangeEvent) => void,
): Pick<ExchangePorts, 'store' | 'sendPush' | 'sendPull'> {
  let joined: JoinedServer | undefined;
  const pages = createPagesAhead(
    (...asked) => sendPull(wire, ...asked),
    () => performance.now(),
    patience,
  );
  const readMeta = async () => {
    const known = await readJoinedDevice(db);
    joined = known?.server;
    return known?.meta;
  };
  const send = async <Answer>(
    token: number,
    ask: (userId: string) => Promise<Sent<Answer>>,
    toEvent: (answer: Answer) => ExchangeEvent,
  ) => {
    if (joined === undefined) return happen({ kind: 'failed', token });
    const sent = await ask(joined.userId);
    happen(sent.kind === 'answered' ? toEvent(sent.answer) : { ...sent, token });
  };
  return {
    store: { ...createDeviceStore(db, newId), readMeta },
    sendPush: (token, request) => {
      // What was asked for before a push says nothing of it.
      pages.forget();
      void send(
        token,
        (userId) => sendPush(wire, userId, request),
        (answer) => ({ kind: 'pushed', token, answer }),
      );
    },
    sendPull: (token, request) =>
      void send(
        token,
        (userId) => pages.pull(userId, request),
        (answer) => ({ kind: 'pulled', token, answer }),
      ),
  };
}

const findStreams = () =>
  typeof EventSource === 'undefined' ? undefined : (address: string) => new EventSource(address);

/** No session, or somebody else's: two things to a person, and neither sends anything. */
async function tellWhoIsSignedIn(
  db: Database,
  tell: (status: SharingStatus) => void,
  tryAgain: () => void,
): Promise<void> {
  const [joined, session] = await Promise.all([readJoinedServer(db), readSession(fetch)]);
  if (session?.kind !== 'signed-in' || joined === undefined) tell('signed-out');
  else if (session.user.id !== joined.userId || session.space.id !== joined.spaceId) tell('other-person');
  // Signed in between the two questions.
  else setTimer(1000, tryAgain);
}
