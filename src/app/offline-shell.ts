import type { Workbox } from 'workbox-window';
import { serviceWorkerUrl, toTrustedScriptUrl } from './trusted-urls.ts';

/**
 * `unsupported`: no service worker here (an old browser, plain HTTP, development), the app works but needs the network
 * to open. `installing`: being stored. `ready`: opens without network. `update-waiting`: a new version is stored and
 * takes over when the person says so.
 */
export type OfflineShellState = 'unsupported' | 'installing' | 'ready' | 'update-waiting';

export interface OfflineShell {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => OfflineShellState;
  /** Puts the waiting version in charge and loads the page anew, once. Does nothing while none waits. */
  readonly applyUpdate: () => void;
}

const unsupported: OfflineShell = { subscribe: () => () => {}, getState: () => 'unsupported', applyUpdate: () => {} };

/** Stores the app on the device. Not in development nor before the mocks, whose own worker wants the same scope. */
export function startOfflineShell(): OfflineShell {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return unsupported;
  return watchWorker(loadWorkbox(), navigator.serviceWorker);
}

/** Nothing on the first screen waits for the worker's keeper. */
async function loadWorkbox(): Promise<Workbox> {
  const { Workbox } = await import('workbox-window');
  return new Workbox(toTrustedScriptUrl(serviceWorkerUrl));
}

function watchWorker(arrival: Promise<Workbox>, container: ServiceWorkerContainer): OfflineShell {
  const listeners = new Set<() => void>();
  let state: OfflineShellState = container.controller ? 'ready' : 'installing';
  let hadController = container.controller !== null;
  let isWaiting = false;
  let isAccepted = false;

  const moveTo = (next: OfflineShellState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const register = async () => {
    const workbox = await arrival;
    workbox.addEventListener('waiting', () => {
      isWaiting = true;
      moveTo('update-waiting');
    });
    await workbox.register();
  };
  container.addEventListener('controllerchange', () => {
    isWaiting = false;
    if (isAccepted) return location.reload();
    // Another tab took the new version: this page still runs the old one, and is asked, not reloaded mid-form.
    moveTo(hadController ? 'update-waiting' : 'ready');
    hadController = true;
  });
  container.ready.then(() => state === 'installing' && moveTo('ready'));
  register().catch(() => moveTo('unsupported'));
  document.addEventListener('visibilitychange', () => {
    // An app left open for days never navigates, which is when browsers look for a new version. Without network the
    // look fails, and the next one will do.
    if (document.visibilityState === 'visible') arrival.then((workbox) => workbox.update()).catch(() => undefined);
  });

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    applyUpdate: () => {
      if (state !== 'update-waiting' || isAccepted) return;
      isAccepted = true;
      if (isWaiting) void arrival.then((workbox) => workbox.messageSkipWaiting());
      else location.reload();
    },
  };
}
