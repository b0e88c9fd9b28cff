/** Tabs of one browser: locks, timers and messages that move when the test says so. */
import type { LeaderPorts, PageChange } from '#app/sharing/lead-tabs.ts';
import type { TabChannel, TabMessage } from '#app/sharing/tab-channel.ts';

interface Timer {
  readonly at: number;
  readonly onTime: () => void;
}

/** Time that passes only when it is told to. */
export function createTimers() {
  const timers = new Set<Timer>();
  let now = 0;
  return {
    setTimer: (milliseconds: number, onTime: () => void) => {
      const timer = { at: now + milliseconds, onTime };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass: async (milliseconds: number) => {
      const end = now + milliseconds;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= end).sort((left, right) => left.at - right.at)[0];
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.onTime();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets everything that was promised happen. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}

interface Claim {
  readonly hold: () => Promise<unknown>;
  readonly reject: (reason: unknown) => void;
  readonly resolve: (value: unknown) => void;
}

/** Web Locks with one name, first come first served, and stealing. */
export function createLocks(): NonNullable<LeaderPorts['locks']> {
  let held: Claim | undefined;
  const queue: Claim[] = [];
  const grant = (claim: Claim) => {
    held = claim;
    void claim.hold().then((value) => {
      claim.resolve(value);
      if (held !== claim) return;
      held = undefined;
      const next = queue.shift();
      if (next) grant(next);
    });
  };
  const request = (_name: string, options: LockOptions, hold: () => Promise<unknown>) =>
    new Promise<unknown>((resolve, reject) => {
      const claim: Claim = { hold, resolve, reject };
      if (options.steal) {
        held?.reject(new DOMException('stolen', 'AbortError'));
        grant(claim);
        return;
      }
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(claim);
        if (place < 0) return;
        queue.splice(place, 1);
        reject(options.signal?.reason);
      });
      if (held === undefined) grant(claim);
      else queue.push(claim);
    });
  return { request: request as LockManager['request'] };
}

/** Channels between tabs; a message reaches all but its sender. */
export function createChannels(): () => TabChannel & { silence: () => void } {
  const tabs = new Set<{ listeners: Set<(message: TabMessage) => void> }>();
  return () => {
    const tab = { listeners: new Set<(message: TabMessage) => void>() };
    let isSilent = false;
    tabs.add(tab);
    return {
      post: (message) => {
        if (isSilent) return;
        for (const other of tabs) if (other !== tab) for (const listener of other.listeners) listener(message);
      },
      listen: (listener) => {
        tab.listeners.add(listener);
        return () => void tab.listeners.delete(listener);
      },
      close: () => void tabs.delete(tab),
      silence: () => {
        isSilent = true;
      },
    };
  };
}

/** A page that the test shows, hides and leaves. */
export function createPage() {
  const listeners = new Set<(change: PageChange) => void>();
  return {
    watchPage: (onChange: (change: PageChange) => void) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    turn: async (change: PageChange) => {
      for (const listener of listeners) listener(change);
      await settle();
    },
  };
}
