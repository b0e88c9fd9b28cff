import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** The address names a promise that is not here. */
export function MissingPromise() {
  const t = useWords(words);
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
