import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { GiveSection } from './give-section.tsx';
import { words } from './messages.ts';
import { useHandoverGround } from './queries.ts';
import { TakeSection } from './take-section.tsx';

/** Work that goes from device to device without a server: given on one, received on another. */
export function HandoverPage() {
  const t = useWords(words);
  const { data: ground } = useHandoverGround();
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader title={t('title')} lead={<p>{t('lead')}</p>} />
      {ground?.isJoined && (
        <Stack readable>
          <Notice kind="info" title={t('joinedTitle')}>
            {t('joinedText')}
          </Notice>
        </Stack>
      )}
      {ground && !ground.isJoined && (
        <>
          <GiveSection ground={ground} />
          <TakeSection />
        </>
      )}
    </>
  );
}
