import { type ReactNode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { completeClosing } from '#storage/close-device.ts';
import { Database } from '#storage/database.ts';
import type { DeviceLock } from '#storage/device-lock.ts';
import { flagLock } from '#storage/lock-flag.ts';
import { setSealing, setSealLayer } from '#storage/row-seal.ts';
import { sealedRows } from '#storage/sealed-rows.ts';
import { askForLock } from './ask-for-lock.ts';
import { LockTrouble } from './lock-trouble.tsx';
import { UnlockPage } from './unlock-page.tsx';

/**
 * Before anything of a closed device is read: asks how it is opened, and resolves when it is. In: where to draw, and the
 * database's name. A device that has no lock any more, because it was cleared, is not asked about. One whose database does
 * not open is told so, with the way to what can be saved of it, and goes no further.
 */
export async function waitForUnlock(place: HTMLElement, name: string): Promise<void> {
  setSealLayer(sealedRows);
  const db = new Database(name);
  const root = createRoot(place);
  const lock = await askForLock(db, (kind) => draw(root, 'sv', <LockTrouble db={db} kind={kind} />));
  if (lock === undefined) {
    db.close();
    root.unmount();
    setSealing('off');
    flagLock(false);
    return;
  }
  await askToUnlock(root, db, lock);
  db.close();
  await completeClosing(name);
  root.unmount();
}

const askToUnlock = (root: Root, db: Database, lock: DeviceLock) =>
  new Promise<void>((resolve) => {
    draw(root, lock.language, <UnlockPage db={db} lock={lock} onUnlocked={resolve} />);
  });

/** The settings cannot be read yet: what the lock says of the language is all there is. */
function draw(root: Root, language: DeviceLock['language'], page: ReactNode): void {
  const locale = language === 'en' ? 'en-SE' : 'sv-SE';
  document.documentElement.lang = language;
  root.render(
    <IntlProvider locale={locale} defaultLocale={locale}>
      <Suspense>{page}</Suspense>
    </IntlProvider>,
  );
}
