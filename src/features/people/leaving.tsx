import { useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { peopleClient } from './client.ts';
import { words } from './messages.ts';
import { useForgetSession } from './queries.ts';
import { useSending } from './use-sending.ts';

/** Out of this device, or out of all of them. What is stored here stays: nothing is taken that was never sent. */
export function Leaving() {
  const t = useWords(words);
  const navigate = useNavigate();
  const forgetSession = useForgetSession();
  const { send, failure, busy } = useSending<never>();
  const leave = async (isEverywhere: boolean) => {
    const isReady =
      !isEverywhere || (await send({ found: {}, ask: () => peopleClient.endOtherSessions() })) !== undefined;
    if (!isReady || (await send({ found: {}, ask: () => peopleClient.signOut(false) })) === undefined) return;
    await forgetSession();
    await navigate(paths.signIn());
  };
  return (
    <Section title={t('leaving')}>
      <Stack>
        <p>{t('leavingText')}</p>
        <Cluster>
          <Button icon={<Icon name="sign-out" />} busy={busy} onClick={() => void leave(false)}>
            {t('signOut')}
          </Button>
          <Button kind="quiet" busy={busy} onClick={() => void leave(true)}>
            {t('signOutEverywhere')}
          </Button>
        </Cluster>
        {failure && (
          <Notice kind="fail" announce="alert">
            {failure}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
