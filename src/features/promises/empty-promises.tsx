import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { takeExamplePromises, takeSampleYear } from '#features/take-examples.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** Nothing here yet: begin, or look around among clearly marked examples. */
export function EmptyPromises() {
  const t = useWords(words);
  return (
    <EmptyState
      title={t('emptyTitle')}
      action={
        <LinkButton as={Link} kind="primary" to={paths.newPromise()}>
          {t('newPromise')}
        </LinkButton>
      }
      lookAround={<TakeExamples />}
    >
      {t('emptyText')}
    </EmptyState>
  );
}

/** The five real promises, or the made-up year: put on the device once, removable in one step. */
export function TakeExamples() {
  const t = useWords(words);
  const services = useServices();
  const [isTaking, setIsTaking] = useState<'year' | 'promises'>();
  const [fault, setFault] = useState<unknown>();
  // A device that cannot store is shown by the page's error boundary: nothing was taken.
  if (fault) throw fault;
  const take = async (which: 'year' | 'promises') => {
    setIsTaking(which);
    await (which === 'year' ? takeSampleYear(services) : takeExamplePromises(services));
    setIsTaking(undefined);
  };
  return (
    <>
      <Button busy={isTaking === 'promises'} onClick={() => take('promises').catch(setFault)}>
        {t('takeExamplePromises')}
      </Button>
      <Button busy={isTaking === 'year'} onClick={() => take('year').catch(setFault)}>
        {t('takeSampleYear')}
      </Button>
    </>
  );
}
