import { useState } from 'react';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { checkTexts } from './check-text.ts';
import { peopleClient } from './client.ts';
import { words } from './messages.ts';
import { PasswordField } from './password-field.tsx';
import { PeopleForm } from './people-form.tsx';
import { useSending } from './use-sending.ts';

const empty = { current: '', next: '' };

/** A new password for who knows the present one. */
export function ChangePassword() {
  const t = useWords(words);
  const sending = useSending<'current' | 'next'>();
  const [texts, setTexts] = useState(empty);
  const [isDone, setIsDone] = useState(false);
  const submit = async () => {
    setIsDone(false);
    const done = await sending.send({
      found: checkTexts(t, texts),
      ask: () => peopleClient.changePassword(texts),
      place: ({ kind }, text) => {
        if (kind === 'wrong') return { current: t('wrongCurrent') };
        // Whoever signs in through a provider has none that could be wrong.
        if (kind === 'unknown-address') return { current: t('noPassword') };
        return kind === 'password-unfit' ? { next: text } : {};
      },
    });
    if (!done) return;
    setTexts(empty);
    setIsDone(true);
  };
  return (
    <>
      <PeopleForm sending={sending} submit={t('savePassword')} onSubmit={() => void submit()}>
        <PasswordField
          kind="current"
          label={t('currentPassword')}
          value={texts.current}
          onChange={(current) => setTexts({ ...texts, current })}
          issue={sending.issues.current}
        />
        <PasswordField
          kind="new"
          label={t('newPassword')}
          value={texts.next}
          onChange={(next) => setTexts({ ...texts, next })}
          issue={sending.issues.next}
        />
      </PeopleForm>
      {isDone && (
        <Notice kind="done" announce="status">
          {t('passwordChanged')}
        </Notice>
      )}
    </>
  );
}
