import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import type { Asked, ProviderFinish } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { peopleClient } from './client.ts';
import { describeTrouble } from './describe-trouble.ts';
import { words } from './messages.ts';
import { PeopleFrame } from './people-frame.tsx';
import { useEntering } from './use-entering.ts';

/** `/inloggad`: back from a provider. The session is asked for from here, from our own site (guard T1). */
export function LandingPage() {
  const t = useWords(words);
  const enter = useEntering();
  const [asked, setAsked] = useState<Asked<ProviderFinish>>();
  const finish = async (spaceId?: string) => {
    const came = await peopleClient.finishProvider(spaceId);
    if (came.kind === 'answered' && came.answer.kind === 'signed-in') await enter();
    else setAsked(came);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page comes
  useEffect(() => void finish(), []);
  return (
    <PeopleFrame title={t('landingTitle')} lead={asked === undefined ? t('landing') : undefined}>
      {asked === undefined && <Skeleton lines={2} />}
      {asked?.kind === 'answered' && asked.answer.kind === 'choose-space' && (
        <Stack readable>
          <p>{t('chooseSpace')}</p>
          {asked.answer.spaces.map(({ id, name }) => (
            <Button key={id} wide onClick={() => void finish(id)}>
              {name}
            </Button>
          ))}
        </Stack>
      )}
      {asked?.kind === 'failed' && (
        <Notice
          kind="fail"
          announce="alert"
          actions={
            asked.trouble.kind === 'away' ? (
              <Button onClick={() => void finish()}>{t('tryAgain')}</Button>
            ) : (
              <LinkButton as={Link} kind="primary" to={paths.signIn()} replace>
                {t('signIn')}
              </LinkButton>
            )
          }
        >
          {describeTrouble(t, asked.trouble)}
        </Notice>
      )}
    </PeopleFrame>
  );
}
