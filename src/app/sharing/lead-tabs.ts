/** One tab of a device exchanges for all (sync 2.15). Two leaders, or none for a while, cost traffic and nothing else. */
import type { TabChannel } from './tab-channel.ts';

/** `shown` and `hidden` as the person sees it; `leaving` when the page may be frozen or gone a moment later. */
export type PageChange = 'shown' | 'hidden' | 'leaving';

export interface LeaderPorts {
  /** Undefined where the browser has no Web Locks: then every tab that is looked at exchanges. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly lockName: string;
  readonly channel: TabChannel;
  /** Calls back once after so many milliseconds. Returns how to forget it. */
  readonly setTimer: (milliseconds: number, onTime: () => void) => () => void;
  readonly isHidden: () => boolean;
  readonly watchPage: (onChange: (change: PageChange) => void) => () => void;
}

/** Milliseconds. */
const patienceHidden = 60_000;
const beatEvery = 5_000;
const longestSilence = 15_000;

/**
 * Leads while this tab is the one to do it. In: what to do as the leader; it returns how to stop. Out: how to give up
 * for good.
 */
export function leadTabs(ports: LeaderPorts, lead: () => () => void): () => void {
  let turn: Turn | undefined;
  let forgetHidden: () => void = nothing;
  const take = () => {
    forgetHidden();
    turn ??= takeTurn(ports, lead);
  };
  const leave = () => {
    forgetHidden();
    turn?.end();
    turn = undefined;
  };
  const stopWatching = ports.watchPage((change) => {
    if (change === 'shown') take();
    if (change === 'leaving') leave();
    if (change === 'hidden') {
      forgetHidden();
      forgetHidden = ports.setTimer(patienceHidden, leave);
    }
  });
  if (!ports.isHidden()) take();
  return () => {
    stopWatching();
    leave();
  };
}

const nothing = (): void => undefined;

interface Turn {
  readonly end: () => void;
}

/** From asking for the lead to letting go of it. */
function takeTurn(ports: LeaderPorts, lead: () => () => void): Turn {
  let isOver = false;
  let stopLeading: (() => void) | undefined;
  const begin = () => {
    if (isOver || stopLeading) return;
    const stopBeating = beat(ports);
    const stop = lead();
    stopLeading = () => {
      stopBeating();
      stop();
    };
  };
  const stop = () => {
    stopLeading?.();
    stopLeading = undefined;
  };
  const { locks } = ports;
  if (locks === undefined) {
    begin();
    return { end: stop };
  }
  const claim = claimLock(ports, locks, { begin, stop, isLeading: () => stopLeading !== undefined });
  return {
    end: () => {
      isOver = true;
      claim.release();
      stop();
    },
  };
}

interface Claimant {
  readonly begin: () => void;
  readonly stop: () => void;
  readonly isLeading: () => boolean;
}

/** Waits for the lock, and takes it from a leader that has been silent for too long. */
function claimLock(
  { lockName, channel, setTimer }: LeaderPorts,
  locks: Pick<LockManager, 'request'>,
  claimant: Claimant,
): { readonly release: () => void } {
  let isReleased = false;
  let release: () => void = nothing;
  let waiting = new AbortController();
  const hold = () =>
    new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
      if (isReleased) release();
      else claimant.begin();
    });
  const request = (options: LockOptions) => {
    // Rejects when the waiting is given up, or when another tab has taken the lock away: it then leads, and we wait.
    locks.request(lockName, options, hold).catch(() => {
      if (isReleased || options.signal?.aborted) return;
      claimant.stop();
      wait();
    });
  };
  const wait = () => {
    waiting = new AbortController();
    request({ signal: waiting.signal });
  };
  const steal = () => {
    if (isReleased || claimant.isLeading()) return;
    waiting.abort();
    request({ steal: true });
  };
  wait();
  const stopListening = listenForSilence({ channel, setTimer }, steal);
  return {
    release: () => {
      isReleased = true;
      stopListening();
      waiting.abort();
      release();
    },
  };
}

function listenForSilence(
  { channel, setTimer }: Pick<LeaderPorts, 'channel' | 'setTimer'>,
  onSilence: () => void,
): () => void {
  const wait = () =>
    setTimer(longestSilence, () => {
      onSilence();
      forget = wait();
    });
  let forget = wait();
  const stop = channel.listen(({ kind }) => {
    if (kind !== 'beat') return;
    forget();
    forget = wait();
  });
  return () => {
    stop();
    forget();
  };
}

/** The leader says at intervals that it is there. */
function beat({ channel, setTimer }: LeaderPorts): () => void {
  let forget: () => void = nothing;
  const again = () => {
    channel.post({ kind: 'beat' });
    forget = setTimer(beatEvery, again);
  };
  again();
  return () => forget();
}
