import { useState } from 'react';
import { type NewLink, type Right, toLinkAddress } from '#sync/people-client.ts';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { peopleClient } from './client.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { PeopleForm } from './people-form.tsx';
import { peopleWords } from './people-messages.ts';
import { useAskAgain } from './queries.ts';
import { findRight, toRightWord } from './right-words.ts';
import { useSending } from './use-sending.ts';

interface InviteFormProps {
  /** The promise, or the space as a whole. */
  readonly scope: string;
  readonly rights: readonly Pick<Right, 'role' | 'lens'>[];
  readonly describe: (right: Pick<Right, 'role' | 'lens'>) => string;
}

/** Lets somebody in by a link: a role is chosen, and the link is there to be copied. */
export function InviteForm({ scope, rights, describe }: InviteFormProps) {
  const t = useWords(peopleWords);
  const askAgain = useAskAgain();
  const sending = useSending<'role'>();
  const [chosen, setChosen] = useState(() => toChoice(rights[0]));
  const [link, setLink] = useState<NewLink>();
  const submit = async () => {
    const right = findRight(rights, chosen);
    if (right === undefined) return;
    setLink(undefined);
    const made = await sending.send({
      found: {},
      ask: () => peopleClient.invite([{ scope, ...right }]),
      place: ({ kind }) => (kind === 'unknown-address' ? { role: t('notShared') } : {}),
    });
    setLink(made);
    if (made) await askAgain();
  };
  return (
    <Section title={t('inviteTitle')}>
      <Stack gap="loose" readable>
        <p>{t('inviteText')}</p>
        <PeopleForm sending={sending} submit={t('makeLink')} onSubmit={() => void submit()}>
          <SelectField
            label={t('role')}
            value={chosen}
            onChange={setChosen}
            issue={sending.issues.role}
            options={rights.map((right) => ({ value: toRightWord(right), label: describe(right) }))}
          />
        </PeopleForm>
        {link && (
          <OneTimeLink
            key={link.id}
            label={t('link')}
            hint={t('linkHint')}
            address={toLinkAddress(location.origin, 'invitation', link.token)}
          />
        )}
      </Stack>
    </Section>
  );
}

const toChoice = (right: Pick<Right, 'role' | 'lens'> | undefined) => (right ? toRightWord(right) : '');
