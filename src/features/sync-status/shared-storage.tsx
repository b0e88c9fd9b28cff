import { useServices } from '#features/services.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import type { WaitingWork } from '#storage/waiting-work.ts';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { SharingLead } from './sharing-lead.tsx';
import { sharingWords } from './sharing-messages.ts';
import { LostRows, SharingTrouble } from './sharing-trouble.tsx';
import { UndecidedChanges } from './undecided-changes.tsx';
import { WaitingChanges } from './waiting-changes.tsx';

/** The beginning of Synk och lagring where a server is joined: how it stands, what waits, what must be decided. */
export function SharedStorage({ work }: { readonly work: WaitingWork }) {
  const t = useWords(words);
  const s = useWords(sharingWords);
  const { sharing } = useServices();
  const status = useSharingStatus();
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={<SharingLead work={work} />}
        actions={
          <Button icon={<ToolIcon name="sync" />} busy={status === 'working'} onClick={sharing.exchangeNow}>
            {status === 'working' ? s('working') : s('exchangeNow')}
          </Button>
        }
      />
      <Stack>
        <SharingTrouble person={work.server.userName} />
        <LostRows />
      </Stack>
      <UndecidedChanges />
      <WaitingChanges work={work} />
    </>
  );
}
