import type { StorageFailureKind } from '#storage/storage-failure.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { catalogue, useWords } from '#ui/words.ts';

/** What the device answered when it could not store the log, and what to do. Nothing typed is lost in any of them. */
const words = catalogue(
  {
    title: 'Det är inte sparat ännu',
    kept: 'Allt du skrev finns kvar.',
    quota: 'Enheten har slut på utrymme. Frigör plats, till exempel genom att ta bort bilder, och spara sedan igen.',
    closed: 'Webbläsaren stängde sin databas. Ladda om sidan och spara igen. Utkastet kommer tillbaka av sig självt.',
    blocked: 'En annan flik håller databasen upptagen. Stäng de andra flikarna med Löfteskollen och spara igen.',
    outdated: 'En nyare version är öppen i en annan flik. Ladda om sidan och spara där.',
    fault: 'Webbläsaren kunde inte skriva till disken. Försök igen, eller ladda om sidan.',
    retry: 'Försök igen',
    reload: 'Ladda om',
  },
  {
    title: 'It is not saved yet',
    kept: 'Everything you wrote is still here.',
    quota: 'The device is out of space. Free some, for example by removing photos, and save again.',
    closed: 'The browser closed its database. Reload the page and save again. The draft comes back by itself.',
    blocked: 'Another tab keeps the database busy. Close the other tabs with Löfteskollen and save again.',
    outdated: 'A newer version is open in another tab. Reload the page and save there.',
    fault: 'The browser could not write to the disk. Try again, or reload the page.',
    retry: 'Try again',
    reload: 'Reload',
  },
);

interface StorageTroubleProps {
  readonly kind: StorageFailureKind;
  /** Tries once more; where only a new page helps, that is offered instead. */
  readonly onRetry?: (() => void) | undefined;
}

export function StorageTrouble({ kind, onRetry }: StorageTroubleProps) {
  const t = useWords(words);
  const needsReload = kind === 'closed' || kind === 'outdated';
  const way = needsReload ? (
    <Button onClick={() => location.reload()}>{t('reload')}</Button>
  ) : (
    onRetry && <Button onClick={onRetry}>{t('retry')}</Button>
  );
  return (
    <Notice kind="fail" announce="alert" title={t('title')} actions={way}>
      {`${t(kind)} ${t('kept')}`}
    </Notice>
  );
}
