import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useServices } from '#features/services.ts';
import type { Restored } from '#storage/restore-backup.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ChosenFile } from './chosen-file.tsx';
import { EarlierRestore } from './earlier-restore.tsx';
import { words } from './messages.ts';
import { lookAtDifferences, type ReadyBackup } from './read-chosen.ts';
import { restoreWords } from './restore-messages.ts';
import { RestorePreviewPart } from './restore-preview.tsx';
import { RestoreReceipt } from './restore-receipt.tsx';

/** A file, what it would change, the choice, and the receipt with the way back. */
export function RestoreSection() {
  const t = useWords(words);
  const r = useWords(restoreWords);
  const services = useServices();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ReadyBackup | undefined>();
  const [restored, setRestored] = useState<Restored | undefined>();
  const { data: preview, isError } = useQuery({
    queryKey: ['backup', 'preview', chosen?.name, chosen?.savedAt],
    queryFn: () => (chosen === undefined ? null : lookAtDifferences(services, chosen)),
    enabled: chosen !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const finish = (done: Restored) => {
    setRestored(done);
    setChosen(undefined);
    return queryClient.invalidateQueries();
  };
  return (
    <Section title={t('restoreTitle')}>
      <Stack>
        {restored === undefined && <EarlierRestore />}
        {restored !== undefined && <RestoreReceipt restored={restored} onAgain={() => setRestored(undefined)} />}
        {restored === undefined && chosen === undefined && (
          <Stack readable>
            <p>{r('text')}</p>
            <ChosenFile label={r('file')} hint={r('fileHint')} onReady={setChosen} />
          </Stack>
        )}
        <div role="status">{chosen && !preview && !isError && <Notice kind="calm">{r('reading')}</Notice>}</div>
        {isError && (
          <Notice
            kind="fail"
            announce="alert"
            actions={<Button onClick={() => setChosen(undefined)}>{r('again')}</Button>}
          >
            {r('why-failed')}
          </Notice>
        )}
        {chosen && preview && (
          <RestorePreviewPart
            backup={chosen}
            preview={preview}
            onCancel={() => setChosen(undefined)}
            onRestored={(done) => void finish(done)}
          />
        )}
      </Stack>
    </Section>
  );
}
