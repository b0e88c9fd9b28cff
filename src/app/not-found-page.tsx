import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useWords } from '#ui/words.ts';
import { Link } from 'react-router';
import { words } from './messages.ts';

export function NotFoundPage() {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('notFoundTitle')} · ${t('appName')}`}</title>
      <EmptyState title={t('notFoundTitle')} text={t('notFoundText')} action={<Link to={paths.start()}>{t('toStart')}</Link>} />
    </>
  );
}
