import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

export function NotFoundPage() {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('notFoundTitle')} · ${t('appName')}`}</title>
      <EmptyState level={1} title={t('notFoundTitle')} lookAround={<Link to={paths.start()}>{t('toStart')}</Link>}>
        {t('notFoundText')}
      </EmptyState>
    </>
  );
}
