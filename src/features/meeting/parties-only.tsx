import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** Before the slides of a protected promise: what hangs on a wall is seen by all in the room (guard P12). */
export function PartiesOnly({ onShow }: { readonly onShow: () => void }) {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('meeting')} · ${t('appName')}`}</title>
      <EmptyState
        level={1}
        title={t('protected')}
        action={
          <LinkButton as={Link} kind="primary" to={paths.overview()}>
            {t('toOverview')}
          </LinkButton>
        }
        lookAround={<Button onClick={onShow}>{t('showProtected')}</Button>}
      >
        {t('protectedText')}
      </EmptyState>
    </>
  );
}
