import { useState } from 'react';
import { Link, Navigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { TroubleNotice } from './answered.tsx';
import { checkTexts } from './check-text.ts';
import { peopleClient } from './client.ts';
import { words } from './messages.ts';
import { NameField } from './name-field.tsx';
import { PasswordField } from './password-field.tsx';
import { PeopleForm } from './people-form.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { ProviderButtons } from './provider-buttons.tsx';
import { useBackend, useSession } from './queries.ts';
import { SharedDeviceField } from './shared-device-field.tsx';
import { useEntering, useEntryState } from './use-entering.ts';
import { useSending } from './use-sending.ts';

/** `/logga-in`: coming in with a password, or through a provider where there is one. */
export function SignInPage() {
  const t = useWords(words);
  const { data: backend, refetch: askBackend } = useBackend();
  const { data: session } = useSession();
  const { returnTo } = useEntryState();
  if (backend === 'none') return <NoBackend />;
  if (session?.kind === 'signed-in') {
    return <Navigate to={returnTo ?? paths.account()} replace state={{ isJustSignedIn: true }} />;
  }
  return (
    <PeopleFrame title={t('signInTitle')} lead={t('signInLead')}>
      {backend === null && <TroubleNotice trouble={{ kind: 'away' }} onRetry={() => void askBackend()} />}
      {session === undefined ? <Skeleton /> : <Ways providers={session?.providers ?? []} />}
    </PeopleFrame>
  );
}

interface WaysProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
}

function Ways({ providers }: WaysProps) {
  const t = useWords(words);
  const [sharedDevice, setSharedDevice] = useState(true);
  const shared = <SharedDeviceField checked={sharedDevice} onChange={setSharedDevice} />;
  const form = (
    <PasswordForm sharedDevice={sharedDevice} isSecond={providers.length > 0}>
      {providers.length === 0 && shared}
    </PasswordForm>
  );
  return (
    <Stack gap="loose" readable>
      {providers.length > 0 && (
        <>
          {shared}
          <ProviderButtons
            providers={providers}
            label={(provider) => t('signInWith', { provider })}
            onStart={(id) => peopleClient.startProvider(id, { sharedDevice })}
          />
        </>
      )}
      {providers.length > 0 ? <Section title={t('orPassword')}>{form}</Section> : form}
      <Disclosure summary={t('forgotten')}>
        <p>{t('forgottenText')}</p>
      </Disclosure>
    </Stack>
  );
}

interface PasswordFormProps {
  readonly sharedDevice: boolean;
  readonly isSecond: boolean;
  readonly children: React.ReactNode;
}

function PasswordForm({ sharedDevice, isSecond, children }: PasswordFormProps) {
  const t = useWords(words);
  const enter = useEntering();
  const sending = useSending<'name' | 'password'>();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = async () => {
    const session = await sending.send({
      found: checkTexts(t, { name, password }),
      ask: () => peopleClient.signIn({ name, password, sharedDevice }),
      place: ({ kind }, text) => (kind === 'wrong' ? { password: text } : {}),
    });
    if (session) await enter();
  };
  return (
    <PeopleForm sending={sending} submit={t('signIn')} isSecond={isSecond} onSubmit={() => void submit()}>
      <NameField value={name} onChange={setName} issue={sending.issues.name} />
      <PasswordField
        label={t('password')}
        kind="current"
        value={password}
        onChange={setPassword}
        issue={sending.issues.password}
      />
      {children}
    </PeopleForm>
  );
}

function NoBackend() {
  const t = useWords(words);
  return (
    <PeopleFrame title={t('signInTitle')}>
      <EmptyState
        title={t('noBackend')}
        action={
          <LinkButton as={Link} kind="primary" to={paths.settings()}>
            {t('backToSettings')}
          </LinkButton>
        }
      >
        {t('noBackendText')}
      </EmptyState>
    </PeopleFrame>
  );
}
