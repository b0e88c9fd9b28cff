import type { PullPage, PullRequest } from '#protocol/pull.ts';

/** Sends a pull. Says which page comes next as soon as the answer is here, before all of it has been read. */
type SendPull<Answer> = (userId: string, request: PullRequest, onNext: (page: PullPage) => void) => Promise<Answer>;

export interface PagesAhead<Answer> {
  /** Sends a pull, or hands over its answer when that was asked for already. Rejects when sending does. */
  readonly pull: (userId: string, request: PullRequest) => Promise<Answer>;
  /** What was asked for and not yet used is not for whatever comes next. */
  readonly forget: () => void;
}

interface Asked<Answer> {
  readonly key: string;
  readonly at: number;
  readonly sent: Promise<Answer>;
  next?: PullPage;
  isWanted: boolean;
}

/**
 * Has the server look up the next page of a pull while the device reads the one that came: of a first sync of a hundred
 * pages either would wait for the other half of the time. One page ahead and no more; and only for the very question that
 * the exchange asks next, byte for byte, so that to the exchange it is an answer that was quick.
 * In: how to send, a clock of milliseconds that only goes on, and after how many of them an answer is too old to be handed
 * over: as long as the exchange would have waited for it.
 */
export function createPagesAhead<Answer>(
  send: SendPull<Answer>,
  now: () => number,
  patience: number,
): PagesAhead<Answer> {
  let ahead: Asked<Answer> | undefined;
  const ask = (userId: string, request: PullRequest, isWanted: boolean): Asked<Answer> => {
    const goOn = (page: PullPage) => {
      asked.next = page;
      if (asked.isWanted) ahead = ask(userId, { ...request, page }, false);
    };
    const asked: Asked<Answer> = {
      key: toKey(userId, request),
      at: now(),
      sent: send(userId, request, goOn),
      isWanted,
    };
    return asked;
  };
  return {
    pull: (userId, request) => {
      const held = ahead;
      ahead = undefined;
      if (held === undefined || held.key !== toKey(userId, request) || now() - held.at > patience) {
        return ask(userId, request, true).sent;
      }
      held.isWanted = true;
      if (held.next) ahead = ask(userId, { ...request, page: held.next }, false);
      return held.sent;
    },
    forget: () => {
      ahead = undefined;
    },
  };
}

const toKey = (userId: string, request: PullRequest): string => JSON.stringify([userId, request]);
