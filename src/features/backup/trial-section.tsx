import { useMutation, useQueryClient } from '@tanstack/react-query';
import { countDays } from '#domain/calendar/day.ts';
import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import { useServices } from '#features/services.ts';
import { useWhen } from '#features/use-when.ts';
import { noteTrial } from '#storage/backup-state.ts';
import { type Trial, tryRestore } from '#storage/restore-trial.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { ChosenFile } from './chosen-file.tsx';
import { words } from './messages.ts';
import { useBackupState } from './queries.ts';
import type { ReadyBackup } from './read-chosen.ts';

/** Days after which a file is worth trying again. */
const monthly = 30;

/** Reads a file back, really, and says what that proved. */
export function TrialSection() {
  const t = useWords(words);
  const when = useWhen();
  const { db, clock, newId } = useServices();
  const queryClient = useQueryClient();
  const { data: state } = useBackupState();
  const trial = useMutation({
    mutationFn: async ({ contents }: ReadyBackup) => {
      const proved = await tryRestore(db, contents, { now: clock.now, newId });
      await noteTrial(db, clock.now());
      return proved;
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['backup'] }),
  });
  const isDue =
    state?.last !== undefined &&
    (state.tried === undefined || countDays(toStockholmDay(state.tried), clock.today()) > monthly);
  return (
    <Section title={t('tryTitle')}>
      <Stack readable>
        <p>{t('tryText')}</p>
        {state?.tried && <p>{t('tryLast', { when: when(state.tried) })}</p>}
        {isDue && <Notice kind="info">{t('tryDue')}</Notice>}
        <ChosenFile label={t('tryFile')} onReady={(backup) => trial.mutate(backup)} />
        <div role="status">
          {trial.isPending && <Notice kind="calm">{t('trying')}</Notice>}
          {trial.data && <Proved trial={trial.data} />}
        </div>
        {trial.isError && (
          <Notice kind="fail" announce="alert">
            {t('tryFailed')}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}

function Proved({ trial }: { readonly trial: Trial }) {
  const t = useWords(words);
  const { promises, logs, goals, unlikeFile, sameAsHere, goneOnHere } = trial;
  return (
    <Notice kind="done" title={t('triedTitle')}>
      <p>{t('tried', { promises, logs, goals })}</p>
      <p>{unlikeFile === 0 ? t('triedFile') : t('triedUnlike', { count: unlikeFile })}</p>
      {sameAsHere > 0 && goneOnHere === 0 && <p>{t('triedHere')}</p>}
      {goneOnHere > 0 && <p>{t('triedOn', { count: goneOnHere })}</p>}
      {sameAsHere + goneOnHere === 0 && <p>{t('triedAlone')}</p>}
      <p>{t('triedGone')}</p>
    </Notice>
  );
}
