import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { OpenInvitation, Right } from '#sync/people-client.ts';
import { ActionList } from '#ui/action-list.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { Answered } from './answered.tsx';
import { peopleClient } from './client.ts';
import { peopleWords } from './people-messages.ts';
import { useAskAgain, useInvitations } from './queries.ts';
import { useSending } from './use-sending.ts';

interface OpenInvitationsProps {
  readonly isShown: (invitation: OpenInvitation) => boolean;
  readonly describe: (right: Right) => string;
}

/** Invitations that nobody has used yet, each with the way to take it back. */
export function OpenInvitations({ isShown, describe }: OpenInvitationsProps) {
  const t = useWords(peopleWords);
  const intl = useIntl();
  const query = useInvitations();
  const askAgain = useAskAgain();
  const { send, failure } = useSending<never>();
  const [isWithdrawn, setIsWithdrawn] = useState(false);
  const withdraw = async (id: string) => {
    const done = await send({ found: {}, ask: () => peopleClient.withdrawInvitation(id) });
    setIsWithdrawn(done !== undefined);
    await askAgain();
  };
  const toDayWords = (moment: number) => intl.formatDate(moment, { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
  return (
    <Section title={t('invitations')}>
      <Stack>
        <Answered query={query}>
          {({ invitations }) => {
            const shown = invitations.filter(isShown);
            if (shown.length === 0) return <p>{t('noInvitations')}</p>;
            return (
              <ActionList
                items={shown.map(({ id, grants, endsAt }) => ({
                  key: id,
                  title: grants.map(describe).join(', '),
                  text: t('endsOn', { day: toDayWords(endsAt) }),
                  actions: (
                    <Button
                      kind="quiet"
                      aria-label={t('withdrawLabel', { day: toDayWords(endsAt) })}
                      onClick={() => void withdraw(id)}
                    >
                      {t('withdraw')}
                    </Button>
                  ),
                }))}
              />
            );
          }}
        </Answered>
        <p role="status">{isWithdrawn && t('withdrawn')}</p>
        {failure && (
          <Notice kind="fail" announce="alert">
            {failure}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
