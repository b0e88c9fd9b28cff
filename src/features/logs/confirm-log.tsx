import { useMutation } from '@tanstack/react-query';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Party } from '#domain/records/party.ts';
import { useServices } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import { commitAction } from '#storage/commit-action.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { confirmWords } from './confirm-messages.ts';
import { listUnconfirmed, speaksFor } from './list-unconfirmed.ts';

interface ConfirmLogProps {
  readonly log: StandingLog;
  readonly parties: readonly Party[];
}

/** Who has reported for whom, and the other party's word that it was so. */
export function ConfirmLog({ log, parties }: ConfirmLogProps) {
  const t = useWords(confirmWords);
  const services = useServices();
  const { profile } = useSettings();
  const confirm = useMutation({
    mutationFn: async (party: Party) => {
      const { db, clock, newId } = services;
      const fields = { confirmedBy: [...log.confirmedBy, party.id] };
      const writes = [{ kind: 'set', table: 'progressLogs', id: log.id, fields }] as const;
      await commitAction(db, { label: 'record-changed', writes }, { now: clock.now, newId, today: clock.today });
    },
  });
  const open = listUnconfirmed(log, parties);
  if (open.length === 0) return null;
  const mine = open.filter((party) => speaksFor(profile, party));
  const names = open.map(({ name }) => name).join(', ');
  return (
    <Notice
      kind="info"
      actions={mine.map((party) => (
        <Button key={party.id} busy={confirm.isPending} onClick={() => confirm.mutate(party)}>
          {t('confirm', { party: party.name })}
        </Button>
      ))}
    >
      {t('unconfirmed', { names })}
      {confirm.isError && <p role="alert">{t('failed')}</p>}
    </Notice>
  );
}
