import { Link } from 'react-router';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useWords } from '#ui/words.ts';
import { missingWords } from './missing-messages.ts';
import { paths } from './paths.ts';

/** The address names a promise that is not here. */
export function MissingPromise() {
  const t = useWords(missingWords);
  return (
    <>
      <title>{`${t('missingTitle')} · ${t('appName')}`}</title>
      <EmptyState
        level={1}
        title={t('missingTitle')}
        action={
          <LinkButton as={Link} kind="primary" to={paths.promises()}>
            {t('allPromises')}
          </LinkButton>
        }
      >
        {t('missingText')}
      </EmptyState>
    </>
  );
}
