import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { notFoundWords } from './not-found-messages.ts';

export function NotFoundPage() {
  const t = useWords(words);
  const n = useWords(notFoundWords);
  return (
    <>
      <title>{`${n('notFoundTitle')} · ${t('appName')}`}</title>
      <EmptyState level={1} title={n('notFoundTitle')} lookAround={<Link to={paths.start()}>{t('toStart')}</Link>}>
        {n('notFoundText')}
      </EmptyState>
    </>
  );
}
