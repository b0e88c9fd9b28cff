import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { type Services, useServices } from '#features/services.ts';
import { takeExamplePromises, takeSampleYear } from '#features/take-examples.ts';
import { removeExamples } from '#storage/remove-examples.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

type Outcome = 'examplesTaken' | 'examplesThere' | 'examplesRemoved';

/** Example data: taken when asked for, removed in one step. */
export function ExampleSettings() {
  const t = useWords(words);
  const services = useServices();
  const run = useMutation({ mutationFn: (work: (services: Services) => Promise<Outcome>) => work(services) });
  return (
    <Section title={t('examplesTitle')}>
      <Stack>
        <p>{t('examplesText')}</p>
        <Cluster>
          <Button busy={run.isPending} onClick={() => run.mutate(takeYear)}>
            {t('takeYear')}
          </Button>
          <Button busy={run.isPending} onClick={() => run.mutate(takePromises)}>
            {t('takePromises')}
          </Button>
          <Button kind="danger" busy={run.isPending} onClick={() => run.mutate(remove)}>
            {t('removeExamples')}
          </Button>
        </Cluster>
        {run.isSuccess && (
          <Notice
            kind="done"
            announce="status"
            actions={run.data !== 'examplesRemoved' && <Link to={paths.overview()}>{t('examplesOpen')}</Link>}
          >
            {t(run.data)}
          </Notice>
        )}
        {run.isError && (
          <Notice kind="fail" announce="alert">
            {t('failed')}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}

const takeYear = async (services: Services): Promise<Outcome> => {
  const outcome = await takeSampleYear(services);
  return outcome.kind === 'taken' ? 'examplesTaken' : 'examplesThere';
};

const takePromises = async (services: Services): Promise<Outcome> => {
  const outcome = await takeExamplePromises(services);
  return outcome.kind === 'taken' ? 'examplesTaken' : 'examplesThere';
};

const remove = async ({ db }: Services): Promise<Outcome> => {
  await removeExamples(db);
  return 'examplesRemoved';
};
