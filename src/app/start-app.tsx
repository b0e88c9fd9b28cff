import { createRoot } from 'react-dom/client';
import { flushDraftsOnLeave } from '#storage/drafts.ts';
import { isSealing } from '#storage/row-seal.ts';
import { App } from './app.tsx';
import { startLiveCache } from './live-cache.ts';
import { newId } from './new-id.ts';
import { startOfflineShell } from './offline-shell.ts';
import { createQueryClient } from './query-client.ts';
import { readEarly } from './read-early.ts';
import { createRouter } from './router.tsx';
import { startSharing } from './sharing/start-sharing.ts';
import { startStorage } from './storage-start.ts';
import { systemClock } from './system-clock.ts';

/** Builds the parts, hands them in, renders. In: where to draw. A closed device has been unlocked before. */
export function startApp(place: HTMLElement): void {
  const queryClient = createQueryClient();
  const { db, trouble } = startStorage(queryClient);
  startLiveCache(db, queryClient);
  // Asked first: whether a device is locked is known before anything of it is read.
  const sharing = startSharing(db);
  readEarly(db, queryClient);
  flushDraftsOnLeave(db);
  if (isSealing()) void import('./unlock/auto-lock.ts').then(({ startAutoLock }) => startAutoLock(db));
  const services = { db, clock: systemClock, newId, appVersion: startOfflineShell(), sharing };
  createRoot(place).render(
    <App services={services} trouble={trouble} queryClient={queryClient} router={createRouter()} />,
  );
}
