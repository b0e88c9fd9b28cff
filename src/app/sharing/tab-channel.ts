import type { SharingStatus } from '#features/services.ts';

/** What the tabs of one device tell each other. None of it decides anything: whoever misses it only knows less. */
export type TabMessage =
  /** The leader is there. */
  | { readonly kind: 'beat' }
  | { readonly kind: 'status'; readonly status: SharingStatus; readonly fetched?: number | undefined }
  /** A tab has opened, and asks how it stands. */
  | { readonly kind: 'asked' }
  /** A person does not want to wait for the next round. */
  | { readonly kind: 'wanted' };

export interface TabChannel {
  readonly post: (message: TabMessage) => void;
  /** Calls back for each message of another tab. Returns how to stop. */
  readonly listen: (onMessage: (message: TabMessage) => void) => () => void;
  readonly close: () => void;
}

/** The channel of one database. A browser without such channels has tabs that say nothing to each other. */
export function openTabChannel(name: string): TabChannel {
  if (typeof BroadcastChannel === 'undefined') {
    return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(`${name}/sharing`);
  return {
    post: (message) => channel.postMessage(message),
    listen: (onMessage) => {
      const listener = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
    close: () => channel.close(),
  };
}
