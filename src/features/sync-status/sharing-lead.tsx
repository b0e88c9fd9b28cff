import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { useWhen } from '#features/use-when.ts';
import type { WaitingWork } from '#storage/waiting-work.ts';
import { useWords } from '#ui/words.ts';
import { sharingWords } from './sharing-messages.ts';
import { useUndecided } from './sharing-queries.ts';

/** How it stands, in one plain sentence and then the rest. */
export function SharingLead({ work }: { readonly work: WaitingWork }) {
  const t = useWords(sharingWords);
  const when = useWhen();
  const status = useSharingStatus();
  const needsPerson = status === 'signed-out' || status === 'other-person' || status === 'outdated';
  const { confirmedAt, count, server } = work;
  const confirmed = confirmedAt > 0 ? t('confirmed', { when: when(confirmedAt) }) : t('never');
  const { data: undecided } = useUndecided();
  const refused = undecided?.refused.length ?? 0;
  const nothingWaits = confirmedAt > 0 ? t('allShared', { when: when(confirmedAt) }) : t('allSharedNever');
  return (
    <>
      {refused > 0 && <p>{t('undecided', { count: refused })}</p>}
      {count === 0 && refused === 0 && <p>{nothingWaits}</p>}
      {count > 0 && <p>{`${t(needsPerson ? 'held' : 'waiting', { count })} ${confirmed}`}</p>}
      <p>
        {t('sharedAs', { person: server.userName, space: server.spaceName })}{' '}
        <Link to={paths.account()}>{t('account')}</Link>
      </p>
    </>
  );
}
