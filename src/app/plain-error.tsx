import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface PlainErrorProps {
  readonly title: string;
  readonly text: string;
}

/** In place of a page that failed: a sentence, and two ways on. */
export function PlainError({ title, text }: PlainErrorProps) {
  const t = useWords(words);
  return (
    <>
      <title>{`${title} · ${t('appName')}`}</title>
      <EmptyState
        level={1}
        title={title}
        action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
        lookAround={<Link to={paths.start()}>{t('toStart')}</Link>}
      >
        {text}
      </EmptyState>
    </>
  );
}
