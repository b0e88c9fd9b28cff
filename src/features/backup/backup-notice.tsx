import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { addDays } from '#domain/calendar/day.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { putOffBackup, readBackupState } from '#storage/backup-state.ts';
import { readJoinedServer } from '#storage/joined-server.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { keepAutomaticFile } from './automatic-file.ts';
import { isBackupDue } from './is-backup-due.ts';
import { noticeWords } from './notice-messages.ts';

/** Milliseconds: a moment after a page was opened, when nobody waits for anything, and how often it comes again. */
const quiet = 3000;
const again = 600_000;

/** On pages where people look around, never where they write: a calm word when much is here and nowhere else. */
export function BackupNotice() {
  const t = useWords(noticeWords);
  const services = useServices();
  const { db, clock } = services;
  const queryClient = useQueryClient();
  const { data: state } = useQuery({
    queryKey: ['backup', 'notice'],
    queryFn: async () => ((await readJoinedServer(db)) === undefined ? readBackupState(db) : null),
    staleTime: 0,
  });
  const later = useMutation({
    mutationFn: () => putOffBackup(db, addDays(clock.today(), 1)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['backup'] }),
  });
  useEffect(() => {
    // A database that does not open is told of by the frame.
    const keep = () => void keepAutomaticFile(services).catch(() => undefined);
    const first = setTimeout(keep, quiet);
    const timer = setInterval(keep, again);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [services]);
  if (!state || !isBackupDue(state, clock.today())) return null;
  const { logs, changes, last } = state;
  return (
    <Notice
      kind="calm"
      title={t('title')}
      actions={
        <>
          <LinkButton as={Link} to={paths.backup()}>
            {t('save')}
          </LinkButton>
          <Button kind="quiet" busy={later.isPending} onClick={() => later.mutate()}>
            {t('later')}
          </Button>
        </>
      }
    >
      {t(last === undefined ? 'never' : 'since', { logs, changes })}
    </Notice>
  );
}
