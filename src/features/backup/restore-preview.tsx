import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type DifferentRow, isUnchangeable } from '#domain/record-files/compare-rows.ts';
import { useServices } from '#features/services.ts';
import { useWhen } from '#features/use-when.ts';
import { type Restored, type RestoreWay, restoreBackup } from '#storage/restore-backup.ts';
import type { RestorePreview } from '#storage/restore-plan.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioCards } from '#ui/radio-cards.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { CountTable, DifferentRows } from './difference-list.tsx';
import type { ReadyBackup } from './read-chosen.ts';
import { restoreWords } from './restore-messages.ts';

interface RestorePreviewProps {
  readonly backup: ReadyBackup;
  readonly preview: RestorePreview;
  readonly onCancel: () => void;
  readonly onRestored: (restored: Restored) => void;
}

/** What the file has and what is here, kind by kind; then the choice, where there is one to make. */
export function RestorePreviewPart({ backup, preview, onCancel, onRestored }: RestorePreviewProps) {
  const t = useWords(restoreWords);
  const { db, clock, newId } = useServices();
  const [kind, setKind] = useState<RestoreWay['kind']>('add');
  const [takeOlder, setTakeOlder] = useState(false);
  const run = useMutation({
    mutationFn: () => {
      const way: RestoreWay = kind === 'replace' ? { kind } : { kind, takeOlder };
      return restoreBackup(db, backup.contents, way, { now: clock.now, newId });
    },
    onSuccess: onRestored,
  });
  const different = preview.differences.flatMap((table) => table.different).filter((row) => !isUnchangeable(row));
  const isReplacing = kind === 'replace';
  const isSame = isNothingNew(preview) && !isReplacing;
  return (
    <Section title={t('foundTitle')} level={3}>
      <Stack>
        <FileWords backup={backup} />
        <CountTable differences={preview.differences} isEmpty={preview.isEmpty} />
        {different.length > 0 && <DifferentRows rows={different} promises={backup.contents.rows} />}
        {preview.isJoined && <Notice kind="info">{t('joined')}</Notice>}
        {isNothingNew(preview) && <Notice kind="calm">{t('nothing')}</Notice>}
        {!(preview.isEmpty || preview.isJoined) && (
          <RadioCards
            label={t('wayTitle')}
            options={[
              { value: 'add', title: t('wayAdd'), detail: t('wayAddDetail') },
              { value: 'replace', title: t('wayReplace'), detail: t('wayReplaceDetail') },
            ]}
            value={kind}
            onChange={setKind}
          />
        )}
        {!isReplacing && different.some(isNewerHere) && (
          <Checkbox label={t('takeOlder')} hint={t('takeOlderHint')} checked={takeOlder} onChange={setTakeOlder} />
        )}
        <div role="status">{run.isPending && <Notice kind="calm">{t('running')}</Notice>}</div>
        {run.isError && (
          <Notice kind="fail" announce="alert" title={t('failedTitle')}>
            {t(toStorageFailure(run.error)?.kind === 'quota' ? 'failedRoom' : 'failed')}
          </Notice>
        )}
        <Cluster>
          {!isSame && (
            <Button kind={isReplacing ? 'danger' : 'primary'} busy={run.isPending} onClick={() => run.mutate()}>
              {t(isReplacing ? 'runReplace' : 'run')}
            </Button>
          )}
          <Button kind="quiet" onClick={onCancel}>
            {t('again')}
          </Button>
        </Cluster>
      </Stack>
    </Section>
  );
}

const mostTitles = 5;

const isNewerHere = ({ newer }: DifferentRow) => newer === 'here';

const isNothingNew = ({ differences }: RestorePreview) =>
  differences.every(({ added, different }) => added.length + different.length === 0);

function FileWords({ backup: { name, savedAt, format, contents } }: { readonly backup: ReadyBackup }) {
  const t = useWords(restoreWords);
  const when = useWhen();
  const titles = (contents.rows.get('promises') ?? []).map(({ title }) => String(title));
  return (
    <>
      <p>
        {name}. {t('savedAt', { when: when(savedAt) })}
      </p>
      <p>
        {t('titles', { titles: titles.slice(0, mostTitles).join(', '), more: Math.max(0, titles.length - mostTitles) })}
      </p>
      {format === 'copy' && <Notice kind="info">{t('older')}</Notice>}
      {format === 'rescue' && <Notice kind="warn">{t('rescue')}</Notice>}
      {contents.broken > 0 && <p>{t('broken', { count: contents.broken })}</p>}
    </>
  );
}
