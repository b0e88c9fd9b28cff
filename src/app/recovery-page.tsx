import { use } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { forgetCanaries, wasJoined } from '#storage/device-storage-canaries.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import type { Recovery } from './recovery-kind.ts';
import { RecoveryRescue } from './recovery-rescue.tsx';
import { storageWords } from './storage-messages.ts';
import { TroubleContext } from './trouble-context.ts';

/** In place of every page while there is nothing to show: what has happened to the storage, and every way out of it. */
export function RecoveryPage({ kind }: { readonly kind: Recovery }) {
  const t = useWords(storageWords);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <div role="alert">
        <PageHeader title={t(`${kind}Title`)} lead={<p>{t(`${kind}Text`)}</p>} />
      </div>
      {kind === 'cleared' ? (
        <Cleared />
      ) : (
        <Stack gap="loose">
          <div>
            <Button kind="primary" onClick={() => location.reload()}>
              {t('tryAgain')}
            </Button>
          </div>
          {kind === 'failed' && <RecoveryRescue />}
        </Stack>
      )}
    </>
  );
}

function Cleared() {
  const t = useWords(storageWords);
  const signal = use(TroubleContext);
  const isShared = wasJoined();
  const beginAnew = async () => {
    await forgetCanaries();
    signal.tell({ records: 'whole' });
  };
  return (
    <>
      {isShared && (
        <Section title={t('clearedServer')}>
          <Stack>
            <p>{t('clearedServerText')}</p>
            <div>
              <LinkButton as={Link} kind="primary" to={paths.join()}>
                {t('clearedServer')}
              </LinkButton>
            </div>
          </Stack>
        </Section>
      )}
      <Section title={t('clearedBackup')}>
        <Stack>
          <p>{t('clearedBackupText')}</p>
          <div>
            <LinkButton as={Link} kind={isShared ? 'secondary' : 'primary'} to={paths.backup()}>
              {t('clearedBackup')}
            </LinkButton>
          </div>
        </Stack>
      </Section>
      <Section title={t('clearedAnew')}>
        <Stack>
          <p>{t('clearedAnewText')}</p>
          <div>
            <Button onClick={() => void beginAnew()}>{t('clearedAnew')}</Button>
          </div>
        </Stack>
      </Section>
    </>
  );
}
