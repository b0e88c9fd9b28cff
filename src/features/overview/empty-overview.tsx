import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { takeSampleYear } from '#features/take-examples.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** No promise yet: one button, and one way to look around. */
export function EmptyOverview() {
  const t = useWords(words);
  const services = useServices();
  const [state, setState] = useState<'ready' | 'taking' | 'failed'>('ready');
  const take = async () => {
    setState('taking');
    await takeSampleYear(services).then(
      () => setState('ready'),
      () => setState('failed'),
    );
  };
  return (
    <>
      <EmptyState
        level={1}
        title={t('emptyTitle')}
        action={
          <LinkButton as={Link} kind="primary" to={paths.newPromise()}>
            {t('emptyAction')}
          </LinkButton>
        }
        lookAround={
          <Button kind="quiet" busy={state === 'taking'} onClick={() => void take()}>
            {t('emptyExample')}
          </Button>
        }
      >
        {t('emptyText')}
      </EmptyState>
      {state === 'failed' && (
        <Notice kind="fail" announce="alert">
          {t('emptyExampleFailed')}
        </Notice>
      )}
    </>
  );
}
