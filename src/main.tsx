import '#ui/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { createTroubleSignal } from '#app/database-trouble.ts';
import { startLiveCache } from '#app/live-cache.ts';
import { newId } from '#app/new-id.ts';
import { startOfflineShell } from '#app/offline-shell.ts';
import { createQueryClient } from '#app/query-client.ts';
import { readEarly } from '#app/read-early.ts';
import { createRouter } from '#app/router.tsx';
import { startSharing } from '#app/sharing/start-sharing.ts';
import { systemClock } from '#app/system-clock.ts';
import { openDatabase } from '#storage/database.ts';
import { keepAfterFirstSave } from '#storage/device-storage.ts';
import { flushDraftsOnLeave } from '#storage/drafts.ts';

// zod otherwise probes `new Function`, which the content security policy reports. It is told where it will look for it
// when it comes: importing it here would bring it along on the way to the first screen.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
// The server inside the page, in development only: the constant is false in every build, and the import is gone.
if (import.meta.env.MODE === 'mocks') await (await import('#mocks/browser.ts')).startMocks();

const queryClient = createQueryClient();
const trouble = createTroubleSignal();
const db = openDatabase({ onOutdated: () => trouble.set('outdated'), onBlocked: () => trouble.set('blocked') });
startLiveCache(db, queryClient);
// Asked first: whether a device is locked is known before anything of it is read.
const sharing = startSharing(db);
readEarly(db, queryClient);
flushDraftsOnLeave(db);
keepAfterFirstSave(db);
const services = { db, clock: systemClock, newId, appVersion: startOfflineShell(), sharing };

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <App services={services} trouble={trouble} queryClient={queryClient} router={createRouter()} />,
);
