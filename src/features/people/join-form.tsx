import { Button } from '#ui/button.tsx';
import { useWords } from '#ui/words.ts';
import { peopleClient } from './client.ts';
import { words } from './messages.ts';
import { PeopleForm } from './people-form.tsx';
import { useForgetSession } from './queries.ts';
import { useEntering } from './use-entering.ts';
import { useSending } from './use-sending.ts';

interface JoinFormProps {
  readonly token: string;
  readonly name: string;
}

/** Somebody who is signed in takes what the invitation gives. */
export function JoinForm({ token, name }: JoinFormProps) {
  const t = useWords(words);
  const enter = useEntering();
  const forgetSession = useForgetSession();
  const sending = useSending<never>();
  const submit = async () => {
    const session = await sending.send({
      found: {},
      ask: () => peopleClient.acceptInvitation({ kind: 'join', token }),
    });
    if (session) await enter();
  };
  const leave = async () => {
    await sending.send({ found: {}, ask: () => peopleClient.signOut(false) });
    await forgetSession();
  };
  return (
    <PeopleForm sending={sending} submit={t('join')} onSubmit={() => void submit()}>
      <p>{t('joinAs', { name })}</p>
      <div>
        <Button kind="quiet" onClick={() => void leave()}>
          {t('notMe')}
        </Button>
      </div>
    </PeopleForm>
  );
}
