import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { countDays } from '#domain/calendar/day.ts';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { findPassphraseFault } from '#domain/passphrase/new-passphrase.ts';
import { NewPassphrase } from '#features/new-passphrase.tsx';
import { useServices } from '#features/services.ts';
import { useWhen } from '#features/use-when.ts';
import type { BackupState } from '#storage/backup-state.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { RadioCards } from '#ui/radio-cards.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { useBackupState, useIsProtected } from './queries.ts';
import { saveBackup } from './save-backup.ts';

type Way = 'sealed' | 'open';
const untyped = { passphrase: '', repeated: '' };

/** Makes the file, closed with a passphrase or open, and says what has been done since the last one. */
export function SaveSection() {
  const t = useWords(words);
  const services = useServices();
  const queryClient = useQueryClient();
  const { data: state } = useBackupState();
  const { data: isProtected } = useIsProtected();
  const [wanted, setWay] = useState<Way>('sealed');
  const [typed, setTyped] = useState(untyped);
  const [isAsked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: (chosen: Way) => saveBackup(services, chosen === 'sealed' ? typed.passphrase : undefined),
    onSuccess: () => {
      setTyped(untyped);
      setAsked(false);
      return queryClient.invalidateQueries({ queryKey: ['backup'] });
    },
  });
  if (state && !state.isOwn && state.last === undefined)
    return (
      <Section title={t('saveTitle')}>
        <p>{t('nothingYet')}</p>
      </Section>
    );
  const way = isProtected ? 'sealed' : wanted;
  const isGood = way === 'open' || findPassphraseFault(typed) === undefined;
  const press = () => {
    setAsked(!isGood);
    if (isGood) save.mutate(way);
  };
  return (
    <Section title={t('saveTitle')}>
      <Stack readable>
        {state && <LastBackup state={state} />}
        {isProtected ? (
          <p>{t('protectedText')}</p>
        ) : (
          <RadioCards
            label={t('how')}
            options={[
              { value: 'sealed', title: t('sealed'), detail: t('sealedDetail') },
              { value: 'open', title: t('open'), detail: t('openDetail') },
            ]}
            value={way}
            onChange={setWay}
          />
        )}
        {way === 'sealed' && (
          <>
            <NewPassphrase label={t('passphrase')} value={typed} onChange={setTyped} isTried={isAsked} />
            <Notice kind="warn">{t('lost')}</Notice>
          </>
        )}
        <div>
          <Button kind="primary" icon={<ToolIcon name="download" />} busy={save.isPending} onClick={press}>
            {t('save')}
          </Button>
        </div>
        <div role="status">
          {save.isPending && <Notice kind="calm">{t('saving')}</Notice>}
          {save.isSuccess && <Notice kind="done">{t('saved', { name: save.data })}</Notice>}
        </div>
        {save.isError && (
          <Notice kind="fail" announce="alert">
            {t('saveFailed')}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}

/** When it was, and how much is only here since then. */
function LastBackup({ state }: { readonly state: BackupState }) {
  const t = useWords(words);
  const when = useWhen();
  const { clock } = useServices();
  const { last, logs, changes } = state;
  if (last === undefined) return <p>{t('lastNever')}</p>;
  const days = Math.max(0, countDays(toStockholmDay(last), clock.today()) - 1);
  return (
    <p>
      {t('last', { when: when(last) })} {logs + changes === 0 ? t('sinceNothing') : t('since', { logs, changes, days })}
    </p>
  );
}
