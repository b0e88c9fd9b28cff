import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { useWhen } from '#features/use-when.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { sharingWords } from './sharing-messages.ts';
import { useRowAudit } from './sharing-queries.ts';

/** The browser has lost rows, and they have been fetched anew: said until the next day's look finds all in place. */
export function LostRows() {
  const t = useWords(sharingWords);
  const when = useWhen();
  const { data: audit } = useRowAudit();
  if (!audit || audit.lacking === 0) return null;
  return <Notice kind="info">{t('rowsHealed', { count: audit.lacking, when: when(audit.at) })}</Notice>;
}

/** Why nothing is sent just now, and the way out where a person has to take it. */
export function SharingTrouble({ person }: { readonly person: string }) {
  const t = useWords(sharingWords);
  const status = useSharingStatus();
  const signIn = (
    <LinkButton as={Link} kind="primary" to={paths.signIn()} state={{ returnTo: paths.storage() }}>
      {t('signIn')}
    </LinkButton>
  );
  switch (status) {
    case 'waiting':
      return (
        <Notice kind="calm" announce="status">
          {t('away')}
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice kind="warn" announce="status" title={t('signedOutTitle')} actions={signIn}>
          {t('signedOutText')}
        </Notice>
      );
    case 'other-person':
      return (
        <Notice kind="warn" announce="status" title={t('otherTitle')} actions={signIn}>
          {t('otherText', { person })}
        </Notice>
      );
    case 'outdated':
      return (
        <Notice
          kind="warn"
          announce="status"
          title={t('outdatedTitle')}
          actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
        >
          {t('outdatedText')}
        </Notice>
      );
    default:
      return null;
  }
}
