import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { useWhen } from '#features/use-when.ts';
import { forgetAutomaticFile, readAutomaticFile } from '#storage/backup-file.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { chooseAutomaticFile, findPicker, isAllowed, writeAutomaticFile } from './automatic-file.ts';
import { words } from './messages.ts';
import { useIsProtected } from './queries.ts';

/** A file that the app writes to by itself, where the browser lets a page do that. */
export function AutomaticSection() {
  const t = useWords(words);
  const when = useWhen();
  const services = useServices();
  const queryClient = useQueryClient();
  const { data: file } = useQuery({
    queryKey: ['backup', 'file'],
    queryFn: async () => {
      const kept = await readAutomaticFile(services.db);
      return kept ? { ...kept, allowed: await isAllowed(kept.handle) } : null;
    },
    staleTime: 0,
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['backup'] });
  const pick = findPicker();
  const choose = useMutation({
    mutationFn: async () => (pick ? chooseAutomaticFile(services, pick) : undefined),
    onSettled: refresh,
  });
  const allow = useMutation({
    mutationFn: async () => {
      await file?.handle.requestPermission?.({ mode: 'readwrite' });
      return writeAutomaticFile(services);
    },
    onSettled: refresh,
  });
  const stop = useMutation({ mutationFn: () => forgetAutomaticFile(services.db), onSettled: refresh });
  const { data: isProtected } = useIsProtected();
  const isFailed = choose.isError || choose.data === 'failed' || allow.data === 'failed';
  return (
    <Section title={t('autoTitle')}>
      <Stack readable>
        <p>{pick ? t('autoText') : t('autoNone')}</p>
        {file && (
          <p>
            {t('autoOn', { name: file.handle.name })} {file.wroteAt && t('autoWrote', { when: when(file.wroteAt) })}
          </p>
        )}
        {file && !file.allowed && (
          <Notice
            kind="info"
            actions={
              <Button busy={allow.isPending} onClick={() => allow.mutate()}>
                {t('autoAllow')}
              </Button>
            }
          >
            {t('autoAsk')}
          </Notice>
        )}
        {isProtected && <p>{t('autoProtected')}</p>}
        {isFailed && (
          <Notice kind="warn" announce="alert">
            {t('autoFailed')}
          </Notice>
        )}
        {pick && (
          <Cluster>
            <Button busy={choose.isPending} onClick={() => choose.mutate()}>
              {t(file ? 'autoOther' : 'autoChoose')}
            </Button>
            {file && (
              <Button kind="quiet" busy={stop.isPending} onClick={() => stop.mutate()}>
                {t('autoStop')}
              </Button>
            )}
          </Cluster>
        )}
      </Stack>
    </Section>
  );
}
