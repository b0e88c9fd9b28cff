import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '#features/paths.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { checkTexts } from './check-text.ts';
import { peopleClient } from './client.ts';
import { words } from './messages.ts';
import { NameField } from './name-field.tsx';
import { PasswordField } from './password-field.tsx';
import { PeopleForm } from './people-form.tsx';
import { ProviderButtons } from './provider-buttons.tsx';
import { SharedDeviceField } from './shared-device-field.tsx';
import { useEntering } from './use-entering.ts';
import { useSending } from './use-sending.ts';

interface AcceptFormProps {
  readonly token: string;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
}

/** Somebody new: a name that others see, and either a provider or a password of their own. */
export function AcceptForm({ token, providers }: AcceptFormProps) {
  const t = useWords(words);
  const enter = useEntering();
  const sending = useSending<'personName' | 'name' | 'password'>();
  const [texts, setTexts] = useState({ personName: '', name: '', password: '' });
  const [sharedDevice, setSharedDevice] = useState(true);
  const { personName } = texts;
  const change = (field: keyof typeof texts) => (text: string) => setTexts((before) => ({ ...before, [field]: text }));
  const submit = async () => {
    const session = await sending.send({
      found: checkTexts(t, texts),
      ask: () => peopleClient.acceptInvitation({ kind: 'password', ...texts, token, sharedDevice }),
      place: ({ kind }, text) => {
        if (kind === 'password-unfit') return { password: text };
        return kind === 'name-taken' ? { name: text } : {};
      },
    });
    if (session) await enter();
  };
  const startProvider = async (id: string) => {
    const ready = await sending.send({
      found: checkTexts(t, { personName }),
      ask: async () => ({ kind: 'answered', answer: 'ready' }),
    });
    if (ready === undefined) return undefined;
    return peopleClient.startProvider(id, { sharedDevice, invitation: { token, personName } });
  };
  const fields = (
    <>
      <NameField hint value={texts.name} onChange={change('name')} issue={sending.issues.name} />
      <PasswordField
        kind="new"
        label={t('newPassword')}
        value={texts.password}
        onChange={change('password')}
        issue={sending.issues.password}
      />
    </>
  );
  return (
    <Stack gap="loose">
      <PeopleForm sending={sending} submit={t('accept')} isSecond={providers.length > 0} onSubmit={() => void submit()}>
        <TextField
          label={t('personName')}
          hint={t('personNameHint')}
          autoComplete="organization-title"
          value={personName}
          onChange={change('personName')}
          issue={sending.issues.personName}
        />
        <SharedDeviceField checked={sharedDevice} onChange={setSharedDevice} />
        {providers.length > 0 ? (
          <>
            <ProviderButtons
              providers={providers}
              label={(provider) => t('acceptWith', { provider })}
              onStart={startProvider}
            />
            <Section title={t('acceptOwn')}>
              <Stack gap="loose">{fields}</Stack>
            </Section>
          </>
        ) : (
          fields
        )}
      </PeopleForm>
      <HaveAccount />
    </Stack>
  );
}

function HaveAccount() {
  const t = useWords(words);
  const { pathname, hash } = useLocation();
  return (
    <p>
      <Link to={paths.signIn()} state={{ returnTo: pathname + hash }}>
        {t('haveAccount')}
      </Link>
    </p>
  );
}
