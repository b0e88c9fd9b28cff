import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { type TakenExamples, takeExamplePromises, takeSampleYear } from '#features/take-examples.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** Clearly marked examples to look around in: they are put on the device once. */
export function ExampleStart() {
  const t = useWords(words);
  const services = useServices();
  const navigate = useNavigate();
  const [isTaking, setIsTaking] = useState<'year' | 'promises'>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const goTo = ({ promiseIds: [first] }: TakenExamples) => navigate(first ? paths.promise(first) : paths.promises());
  const takeYear = async () => {
    setIsTaking('year');
    goTo(await takeSampleYear(services));
  };
  const takePromises = async () => {
    setIsTaking('promises');
    await takeExamplePromises(services);
    navigate(paths.promises());
  };
  return (
    <Cluster>
      <Button kind="primary" busy={isTaking === 'promises'} onClick={() => takePromises().catch(setFault)}>
        {t('takeExamplePromises')}
      </Button>
      <Button busy={isTaking === 'year'} onClick={() => takeYear().catch(setFault)}>
        {t('takeSampleYear')}
      </Button>
    </Cluster>
  );
}
