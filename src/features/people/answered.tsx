import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '#features/paths.ts';
import type { Asked, Trouble } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { describeReadTrouble } from './describe-trouble.ts';
import { words } from './messages.ts';

interface AnsweredProps<Answer> {
  readonly query: Pick<UseQueryResult<Asked<Answer>>, 'data' | 'refetch'>;
  readonly children: (answer: Answer) => ReactNode;
}

/** What the server answered; until then a calm place, and after trouble its words and a way out. */
export function Answered<Answer>({ query: { data, refetch }, children }: AnsweredProps<Answer>) {
  if (data === undefined) return <Skeleton />;
  if (data.kind === 'answered') return children(data.answer);
  return <TroubleNotice trouble={data.trouble} onRetry={() => void refetch()} />;
}

interface TroubleNoticeProps {
  readonly trouble: Trouble;
  readonly onRetry: () => void;
}

export function TroubleNotice({ trouble, onRetry }: TroubleNoticeProps) {
  const t = useWords(words);
  const { pathname, hash } = useLocation();
  const signIn = (
    <LinkButton as={Link} to={paths.signIn()} state={{ returnTo: pathname + hash }}>
      {t('signIn')}
    </LinkButton>
  );
  return (
    <Notice
      kind={trouble.kind === 'away' ? 'calm' : 'fail'}
      announce="status"
      actions={trouble.kind === 'signed-out' ? signIn : <Button onClick={onRetry}>{t('tryAgain')}</Button>}
    >
      {describeReadTrouble(t, trouble)}
    </Notice>
  );
}
