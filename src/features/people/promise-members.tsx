import { useState } from 'react';
import type { PersonInSpace, Right } from '#sync/people-client.ts';
import { ActionList } from '#ui/action-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { Answered } from './answered.tsx';
import { peopleClient } from './client.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { MemberActions } from './member-actions.tsx';
import { peopleWords } from './people-messages.ts';
import { useAskAgain, usePeople } from './queries.ts';
import { toRightWord } from './right-words.ts';
import { useSending } from './use-sending.ts';

interface PromiseMembersProps {
  readonly promiseId: string;
  /** What may be given and taken here. */
  readonly rights: readonly Pick<Right, 'role' | 'lens'>[];
  readonly userId: string;
  /** Nobody changes their own rights, but who administers the space. */
  readonly mayChangeSelf: boolean;
}

/** Who is in the promise, each with their role. */
export function PromiseMembers({ promiseId, rights, userId, mayChangeSelf }: PromiseMembersProps) {
  const t = useWords(peopleWords);
  const query = usePeople();
  const askAgain = useAskAgain();
  const { send, busy, failure } = useSending<never>();
  const [leaving, setLeaving] = useState<PersonInSpace>();
  const [said, setSaid] = useState('');

  const change = async ({ id, name }: PersonInSpace, right: Pick<Right, 'role' | 'lens'>) => {
    setSaid('');
    const done = await send({ found: {}, ask: () => peopleClient.setMembership(id, promiseId, right) });
    await askAgain();
    if (done) setSaid(t('changed', { name }));
  };
  const remove = async ({ id, name }: PersonInSpace) => {
    setSaid('');
    const done = await send({ found: {}, ask: () => peopleClient.revokeMembership(id, promiseId) });
    setLeaving(undefined);
    await askAgain();
    if (done) setSaid(t('removed', { name }));
  };
  const toItem = (person: PersonInSpace, right: Right) => {
    const isSelf = person.id === userId;
    const mayChange = rights.some(({ role }) => role === right.role) && (!isSelf || mayChangeSelf);
    return {
      key: person.id,
      title: isSelf ? `${person.name} (${t('you')})` : person.name,
      text: mayChange ? undefined : t(toRightWord(right)),
      actions: mayChange && (
        <MemberActions
          name={person.name}
          right={right}
          rights={rights}
          busy={busy}
          onChange={(next) => void change(person, next)}
          onRemove={() => setLeaving(person)}
        />
      ),
    };
  };

  return (
    <Section title={t('people')}>
      <Stack>
        <Answered query={query}>
          {({ people }) => (
            <ActionList
              label={t('people')}
              items={people.flatMap((person) => {
                const right = person.memberships.find(({ scope }) => scope === promiseId);
                return right ? [toItem(person, right)] : [];
              })}
            />
          )}
        </Answered>
        <p role="status">{said}</p>
        {failure && (
          <Notice kind="fail" announce="alert">
            {failure}
          </Notice>
        )}
      </Stack>
      <ConfirmDialog
        open={leaving !== undefined}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        text={t('removeText')}
        deed={t('remove')}
        busy={busy}
        onConfirm={() => leaving && void remove(leaving)}
        onClose={() => setLeaving(undefined)}
      />
    </Section>
  );
}
