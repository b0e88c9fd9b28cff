import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { completeClosing } from '#storage/close-device.ts';
import { Database } from '#storage/database.ts';
import { readLock } from '#storage/device-lock.ts';
import { flagLock } from '#storage/lock-flag.ts';
import { setSealing, setSealLayer } from '#storage/row-seal.ts';
import { sealedRows } from '#storage/sealed-rows.ts';
import { UnlockPage } from './unlock-page.tsx';

/**
 * Before anything of a closed device is read: asks how it is opened, and resolves when it is. In: where to draw, and the
 * database's name. A device that has no lock any more, because it was cleared, is not asked about.
 */
export async function waitForUnlock(place: HTMLElement, name: string): Promise<void> {
  setSealLayer(sealedRows);
  const db = new Database(name);
  const lock = await readLock(db);
  if (lock === undefined) {
    db.close();
    setSealing('off');
    flagLock(false);
    return;
  }
  const locale = lock.language === 'en' ? 'en-SE' : 'sv-SE';
  document.documentElement.lang = lock.language;
  const root = createRoot(place);
  await new Promise<void>((resolve) => {
    root.render(
      <IntlProvider locale={locale} defaultLocale={locale}>
        <UnlockPage db={db} lock={lock} onUnlocked={resolve} />
      </IntlProvider>,
    );
  });
  db.close();
  await completeClosing(name);
  root.unmount();
}
