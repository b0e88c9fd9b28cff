import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { leaveServer } from '#storage/join-server.ts';
import type { Session } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { peopleClient } from './client.ts';
import { words } from './messages.ts';
import { useForgetSession, useOwnDevice } from './queries.ts';
import { useSending } from './use-sending.ts';
import { WipeDialog } from './wipe-dialog.tsx';

type Reach = 'here' | 'everywhere';

/**
 * Out of this device, or out of all of them. What is stored on somebody's own device stays; a computer that others use,
 * too, is cleared (guard T21), after telling what of it nobody else has.
 */
export function Leaving({ session }: { readonly session: Session }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const { db } = useServices();
  const { data: own } = useOwnDevice(session.user.id);
  const forgetSession = useForgetSession();
  const { send, failure, busy } = useSending<never>();
  const [asked, setAsked] = useState<Reach>();
  const device = session.sharedDevice ? own : undefined;

  const signOut = async (reach: Reach, wipe: boolean): Promise<boolean> => {
    const end = () => peopleClient.endOtherSessions();
    if (reach === 'everywhere' && (await send({ found: {}, ask: end })) === undefined) return false;
    return (await send({ found: {}, ask: () => peopleClient.signOut(wipe) })) !== undefined;
  };
  const leave = async (reach: Reach) => {
    if (!(await signOut(reach, false))) return;
    await forgetSession();
    await navigate(paths.signIn());
  };
  const wipe = async (reach: Reach) => {
    // First here, where it cannot fail for want of network: whoever comes next must find nothing.
    await leaveServer(db, { keep: false });
    // Nothing of what was read before may stay in memory.
    if (await signOut(reach, true)) location.assign(paths.signIn());
  };
  const begin = (reach: Reach) => (device ? setAsked(reach) : void leave(reach));
  return (
    <Section title={t('leaving')}>
      <Stack>
        <p>{t(device ? 'leavingShared' : 'leavingText')}</p>
        <Cluster>
          <Button icon={<ToolIcon name="sign-out" />} busy={busy} onClick={() => begin('here')}>
            {t(device ? 'wipe' : 'signOut')}
          </Button>
          <Button kind="quiet" busy={busy} onClick={() => begin('everywhere')}>
            {t('signOutEverywhere')}
          </Button>
        </Cluster>
        {failure && (
          <Notice kind="fail" announce="alert">
            {failure}
          </Notice>
        )}
      </Stack>
      {device && (
        <WipeDialog
          open={asked !== undefined}
          {...{ device, busy, failure }}
          onConfirm={() => asked && void wipe(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}
