import { useState } from 'react';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { checkTexts } from './check-text.ts';
import { peopleClient } from './client.ts';
import { LinkGate } from './link-gate.tsx';
import { words } from './messages.ts';
import { NameField } from './name-field.tsx';
import { PasswordField } from './password-field.tsx';
import { PeopleForm } from './people-form.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { SharedDeviceField } from './shared-device-field.tsx';
import { useEntering } from './use-entering.ts';
import { useSending } from './use-sending.ts';

/** `/kom-igang#…`: the link that the server prints when it starts for the first time. */
export function SetUpPage() {
  const t = useWords(words);
  return (
    <PeopleFrame title={t('setUpTitle')} lead={t('setUpLead')}>
      <LinkGate kind="set-up" gone={t('setUpGone')}>
        {(token) => <SetUpForm token={token} />}
      </LinkGate>
    </PeopleFrame>
  );
}

function SetUpForm({ token }: { readonly token: string }) {
  const t = useWords(words);
  const enter = useEntering();
  const sending = useSending<'spaceName' | 'personName' | 'name' | 'password'>();
  const [texts, setTexts] = useState({ spaceName: '', personName: '', name: '', password: '' });
  const [sharedDevice, setSharedDevice] = useState(true);
  const change = (field: keyof typeof texts) => (text: string) => setTexts((before) => ({ ...before, [field]: text }));
  const { issues } = sending;
  const submit = async () => {
    const session = await sending.send({
      found: checkTexts(t, texts),
      ask: () => peopleClient.setUp({ ...texts, token, sharedDevice }),
      place: ({ kind }, text) => {
        if (kind === 'password-unfit') return { password: text };
        return kind === 'name-taken' ? { name: text } : {};
      },
    });
    if (session) await enter();
  };
  return (
    <PeopleForm sending={sending} submit={t('setUp')} onSubmit={() => void submit()}>
      <TextField
        label={t('spaceName')}
        hint={t('spaceNameHint')}
        autoComplete="organization"
        value={texts.spaceName}
        onChange={change('spaceName')}
        issue={issues.spaceName}
      />
      <TextField
        label={t('personName')}
        hint={t('personNameHint')}
        autoComplete="organization-title"
        value={texts.personName}
        onChange={change('personName')}
        issue={issues.personName}
      />
      <NameField hint value={texts.name} onChange={change('name')} issue={issues.name} />
      <PasswordField
        kind="new"
        label={t('newPassword')}
        value={texts.password}
        onChange={change('password')}
        issue={issues.password}
      />
      <SharedDeviceField checked={sharedDevice} onChange={setSharedDevice} />
    </PeopleForm>
  );
}
