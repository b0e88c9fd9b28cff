import { useMutation } from '@tanstack/react-query';
import { use } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { LeftOut } from '#features/sync-status/left-out.tsx';
import { saveCopy } from '#features/sync-status/save-copy.ts';
import { tryRoom } from '#storage/device-storage.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { storageWords } from './storage-messages.ts';
import { TroubleContext, useTrouble } from './trouble-context.ts';

/** What the storage has to say above any page: it is full, something of it was cleared, or a row cannot be read. */
export function StorageNotices() {
  const { isFull, records, isUpgradeUndone, brokenRows } = useTrouble();
  return (
    <>
      {isFull && <FullNotice />}
      {records === 'partly-cleared' && <BesideNotice />}
      {isUpgradeUndone && <UndoneNotice />}
      {brokenRows > 0 && <BrokenNotice count={brokenRows} />}
    </>
  );
}

/** Everything can be read and saved elsewhere, and what is typed waits. The forms stay: a save is the best try there is. */
function FullNotice() {
  const t = useWords(storageWords);
  const services = useServices();
  const copy = useMutation({ mutationFn: () => saveCopy(services) });
  const tryAgain = useMutation({ mutationFn: () => tryRoom(services.db) });
  return (
    <Notice
      kind="fail"
      announce="alert"
      title={t('fullTitle')}
      actions={
        <>
          <Button busy={copy.isPending} onClick={() => copy.mutate()}>
            {t('saveCopy')}
          </Button>
          <Button kind="quiet" busy={tryAgain.isPending} onClick={() => tryAgain.mutate()}>
            {t('fullAgain')}
          </Button>
        </>
      }
    >
      <p>{t('fullText')}</p>
      <LeftOut count={copy.data} />
      <p role="status">{tryAgain.isError && t('fullStill')}</p>
      <Disclosure summary={t('fullStepsTitle')}>
        <ul>
          <li>{t('fullStepsFiles')}</li>
          <li>{t('fullStepsApps')}</li>
          <li>
            {t('fullStepsExamples')} <Link to={paths.settings()}>{t('fullSettings')}</Link>
          </li>
          <li>{t('fullStepsNever')}</li>
        </ul>
      </Disclosure>
    </Notice>
  );
}

function BesideNotice() {
  const t = useWords(storageWords);
  const signal = use(TroubleContext);
  return (
    <Notice
      kind="warn"
      announce="status"
      title={t('besideTitle')}
      actions={
        <>
          <Link to={paths.backup()}>{t('besideCopy')}</Link>
          <Link to={paths.storage()}>{t('besideKeep')}</Link>
          <Button kind="quiet" onClick={() => signal.tell({ records: 'whole' })}>
            {t('besideClose')}
          </Button>
        </>
      }
    >
      {t('besideText')}
    </Notice>
  );
}

function UndoneNotice() {
  const t = useWords(storageWords);
  return (
    <Notice
      kind="warn"
      announce="status"
      title={t('undoneTitle')}
      actions={<Link to={paths.backup()}>{t('besideCopy')}</Link>}
    >
      {t('undoneText')}
    </Notice>
  );
}

function BrokenNotice({ count }: { readonly count: number }) {
  const t = useWords(storageWords);
  return (
    <Notice
      kind="warn"
      announce="status"
      title={t('brokenTitle', { count })}
      actions={<Link to={paths.storage()}>{t('brokenSee')}</Link>}
    >
      {t('brokenText')}
    </Notice>
  );
}
