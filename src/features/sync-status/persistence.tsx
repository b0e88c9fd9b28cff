import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askToPersist } from '#storage/device-storage.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { usePersistence } from './queries.ts';

/** Whether the browser may clear the data, and what to do about it. */
export function Persistence() {
  const t = useWords(words);
  const queryClient = useQueryClient();
  const { data: persistence } = usePersistence();
  const ask = useMutation({
    mutationFn: askToPersist,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['device', 'persistence'] }),
  });
  return (
    <Section title={t('keepTitle')}>
      <Stack>
        {persistence && <p>{t(`keep-${persistence}`)}</p>}
        {persistence === 'may-be-cleared' && (
          <div>
            <Button busy={ask.isPending} onClick={() => ask.mutate()}>
              {t('keepAsk')}
            </Button>
          </div>
        )}
        <p role="status">{ask.data === 'may-be-cleared' && t('keepDenied')}</p>
        <Disclosure summary={t('keepStepsTitle')}>
          <ul>
            <li>{t('keepStepsIphone')}</li>
            <li>{t('keepStepsAndroid')}</li>
            <li>{t('keepStepsDesktop')}</li>
          </ul>
        </Disclosure>
        <p>{t('keepPrivate')}</p>
      </Stack>
    </Section>
  );
}
