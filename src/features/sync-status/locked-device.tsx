import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useWords } from '#ui/words.ts';
import { lockedWords } from './locked-messages.ts';

/** In place of every page: the device has been away for too long, and what waits on it is kept until somebody signs in. */
export function LockedDevice() {
  const t = useWords(lockedWords);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <EmptyState
        level={1}
        title={t('title')}
        action={
          <LinkButton as={Link} kind="primary" to={paths.signIn()} state={{ returnTo: paths.start() }}>
            {t('signIn')}
          </LinkButton>
        }
      >
        {t('text')}
      </EmptyState>
    </>
  );
}
