import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { checkTexts } from './check-text.ts';
import { peopleClient } from './client.ts';
import { LinkGate } from './link-gate.tsx';
import { words } from './messages.ts';
import { PasswordField } from './password-field.tsx';
import { PeopleForm } from './people-form.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { useSending } from './use-sending.ts';

/** `/nytt-losenord#…`: a new password by the link that an administrator handed over. */
export function ResetPage() {
  const t = useWords(words);
  const [isDone, setIsDone] = useState(false);
  return (
    <PeopleFrame title={t('resetTitle')}>
      {isDone ? (
        <Notice
          kind="done"
          announce="status"
          actions={
            <LinkButton as={Link} kind="primary" to={paths.signIn()} replace>
              {t('signIn')}
            </LinkButton>
          }
        >
          {t('resetDone')}
        </Notice>
      ) : (
        <LinkGate kind="reset" gone={t('resetGone')}>
          {(token, { name }) => <ResetForm token={token} name={name} onDone={() => setIsDone(true)} />}
        </LinkGate>
      )}
    </PeopleFrame>
  );
}

interface ResetFormProps {
  readonly token: string;
  readonly name: string;
  readonly onDone: () => void;
}

function ResetForm({ token, name, onDone }: ResetFormProps) {
  const t = useWords(words);
  const sending = useSending<'password'>();
  const [password, setPassword] = useState('');
  const submit = async () => {
    const done = await sending.send({
      found: checkTexts(t, { password }),
      ask: () => peopleClient.resetPassword({ token, password }),
      place: ({ kind }, text) => (kind === 'password-unfit' ? { password: text } : {}),
    });
    if (done) onDone();
  };
  return (
    <PeopleForm sending={sending} submit={t('reset')} onSubmit={() => void submit()}>
      <p>{t('resetLead', { name })}</p>
      {/* Password managers store the new password under this name. */}
      <input type="text" autoComplete="username" value={name} readOnly hidden />
      <PasswordField
        kind="new"
        label={t('newPassword')}
        value={password}
        onChange={setPassword}
        issue={sending.issues.password}
      />
    </PeopleForm>
  );
}
