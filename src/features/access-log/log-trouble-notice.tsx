import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import type { Trouble } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface LogTroubleNoticeProps {
  readonly trouble: Trouble;
  readonly onRetry: () => void;
}

/** What came instead of the log, and the way on. */
export function LogTroubleNotice({ trouble, onRetry }: LogTroubleNoticeProps) {
  const t = useWords(words);
  if (trouble.kind === 'signed-out') {
    const signIn = (
      <LinkButton as={Link} to={paths.signIn()} state={{ returnTo: paths.accessLog() }}>
        {t('signIn')}
      </LinkButton>
    );
    return (
      <Notice kind="info" announce="status" actions={signIn}>
        {t('signedOut')}
      </Notice>
    );
  }
  if (trouble.kind === 'unknown-address') return <Notice kind="info">{t('notAllowed')}</Notice>;
  return (
    <Notice kind="calm" announce="status" actions={<Button onClick={onRetry}>{t('tryAgain')}</Button>}>
      {t(trouble.kind === 'away' ? 'away' : 'later')}
    </Notice>
  );
}
