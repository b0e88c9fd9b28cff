import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

export function NoGoals({ promiseId }: { readonly promiseId: string }) {
  const t = useWords(words);
  return (
    <EmptyState
      title={t('noGoalsTitle')}
      action={
        <LinkButton as={Link} kind="primary" to={paths.promise(promiseId)}>
          {t('noGoalsAction')}
        </LinkButton>
      }
    >
      {t('noGoalsText')}
    </EmptyState>
  );
}
