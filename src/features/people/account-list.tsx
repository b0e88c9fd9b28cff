import { useState } from 'react';
import { type NewLink, type PersonInSpace, toLinkAddress } from '#sync/people-client.ts';
import { ActionList } from '#ui/action-list.tsx';
import { Icon } from '#ui/icon.tsx';
import { Menu } from '#ui/menu.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { Answered } from './answered.tsx';
import { peopleClient } from './client.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { describePerson } from './describe-person.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { peopleWords } from './people-messages.ts';
import { useAskAgain, usePeople } from './queries.ts';
import { useSending } from './use-sending.ts';

interface AccountListProps {
  readonly space: { readonly id: string; readonly name: string };
  readonly userId: string;
  readonly mayGovern: boolean;
}

/** Every account, with what its administrator can do about it. */
export function AccountList({ space, userId, mayGovern }: AccountListProps) {
  const t = useWords(peopleWords);
  const query = usePeople();
  const askAgain = useAskAgain();
  const { send, busy, failure } = useSending<never>();
  const [said, setSaid] = useState('');
  const [link, setLink] = useState<{ readonly name: string; readonly made: NewLink }>();
  const [ending, setEnding] = useState<PersonInSpace>();

  const makeLink = async ({ id, name }: PersonInSpace) => {
    setSaid('');
    const made = await send({ found: {}, ask: () => peopleClient.createResetLink(id) });
    setLink(made && { name, made });
  };
  const endSessions = async ({ id, name }: PersonInSpace) => {
    const done = await send({ found: {}, ask: () => peopleClient.endSessionsOf(id) });
    setSaid(done ? t('sessionsEnded', { name }) : '');
  };
  const endAccount = async ({ id, name }: PersonInSpace) => {
    const done = await send({ found: {}, ask: () => peopleClient.endAccount(id) });
    setEnding(undefined);
    setSaid(done ? t('accountEnded', { name }) : '');
    await askAgain();
  };
  const toActions = (person: PersonInSpace) => (
    <Menu
      label={t('moreFor', { name: person.name })}
      iconOnly
      align="end"
      icon={<Icon name="more" />}
      items={[
        ...(person.password ? [{ id: 'reset', label: t('resetLink'), onSelect: () => void makeLink(person) }] : []),
        { id: 'sessions', label: t('endSessions'), onSelect: () => void endSessions(person) },
        { id: 'end', label: t('endAccount'), danger: true, onSelect: () => setEnding(person) },
      ]}
    />
  );
  return (
    <Section title={t('people')}>
      <Stack>
        <Answered query={query}>
          {({ people }) => (
            <ActionList
              label={t('people')}
              items={people.map((person) => ({
                key: person.id,
                title: person.id === userId ? `${person.name} (${t('you')})` : person.name,
                text: describePerson(t, person, space.id),
                actions: mayGovern && person.id !== userId && toActions(person),
              }))}
            />
          )}
        </Answered>
        <p role="status">{said}</p>
        {link && (
          <OneTimeLink
            key={link.made.token}
            label={t('resetLinkFor', { name: link.name })}
            hint={t('resetLinkHint')}
            address={toLinkAddress(location.origin, 'reset', link.made.token)}
          />
        )}
        {failure && (
          <Notice kind="fail" announce="alert">
            {failure}
          </Notice>
        )}
      </Stack>
      <ConfirmDialog
        open={ending !== undefined}
        title={t('endAccountTitle', { name: ending?.name ?? '' })}
        text={t('endAccountText')}
        deed={t('endAccount')}
        busy={busy}
        onConfirm={() => ending && void endAccount(ending)}
        onClose={() => setEnding(undefined)}
      />
    </Section>
  );
}
