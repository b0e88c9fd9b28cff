import '#ui/styles.css';
import { startApp } from '#app/start-app.tsx';
import { databaseName } from '#storage/database.ts';
import { isLockFlagged } from '#storage/lock-flag.ts';
import { setSealing } from '#storage/row-seal.ts';

// zod otherwise probes `new Function`, which the content security policy reports. It is told where it will look for it
// when it comes: importing it here would bring it along on the way to the first screen.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
// The server inside the page, in development only: the constant is false in every build, and the import is gone.
if (import.meta.env.MODE === 'mocks') await (await import('#mocks/browser.ts')).startMocks();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
if (isLockFlagged()) {
  setSealing('closed');
  // Not awaited here: what is loaded with it may need this file to have run.
  void import('#app/unlock/wait-for-unlock.tsx')
    .then(({ waitForUnlock }) => waitForUnlock(root, databaseName))
    .then(() => startApp(root));
} else {
  startApp(root);
}
