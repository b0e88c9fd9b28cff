import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { leaveServer } from '#storage/join-server.ts';
import type { WaitingWork } from '#storage/waiting-work.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { LeftOut } from './left-out.tsx';
import { saveCopy } from './save-copy.ts';
import { sharingWords } from './sharing-messages.ts';

/** Out of sharing again: with a copy first, and with or without what is on the device. */
export function LeaveServer({ work }: { readonly work: WaitingWork }) {
  const t = useWords(sharingWords);
  const services = useServices();
  const copy = useMutation({ mutationFn: () => saveCopy(services) });
  const [asked, setAsked] = useState<'keep' | 'wipe' | undefined>();
  const leave = useMutation({
    mutationFn: async (keep: boolean) => {
      await leaveServer(services.db, { keep });
      // Nothing of what was read before may stay in memory.
      if (!keep) location.assign('/');
    },
    onSuccess: () => setAsked(undefined),
  });
  return (
    <Section title={t('leaveTitle')}>
      <Stack>
        <p>{t('leaveText')}</p>
        <Cluster>
          <Button busy={copy.isPending} onClick={() => copy.mutate()}>
            {t('saveCopy')}
          </Button>
          <Button kind="quiet" onClick={() => setAsked('keep')}>
            {t('leaveKeep')}
          </Button>
          <Button kind="quiet" onClick={() => setAsked('wipe')}>
            {t('leaveWipe')}
          </Button>
        </Cluster>
        <LeftOut count={copy.data} />
      </Stack>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('leaveSure', { space: work.server.spaceName })}
        actions={
          <>
            <Button kind="primary" busy={leave.isPending} onClick={() => leave.mutate(asked === 'keep')}>
              {asked === 'keep' ? t('leaveKeep') : t('leaveWipe')}
            </Button>
            <Button kind="quiet" onClick={() => setAsked(undefined)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Stack>
          {work.count > 0 && <Notice kind="warn">{t('leaveWaiting', { count: work.count })}</Notice>}
          <p>{asked === 'wipe' ? t('leaveSureWipe') : t('leaveSureKeep')}</p>
          {leave.isError && (
            <Notice kind="fail" announce="alert">
              {t('decideFailed')}
            </Notice>
          )}
        </Stack>
      </Dialog>
    </Section>
  );
}
