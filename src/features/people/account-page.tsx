import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import type { Session } from '#sync/people-client.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { AccountRights } from './account-rights.tsx';
import { TroubleNotice } from './answered.tsx';
import { ChangePassword } from './change-password.tsx';
import { Leaving } from './leaving.tsx';
import { words } from './messages.ts';
import { OwnExtract } from './own-extract.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { useSession } from './queries.ts';
import { useEntryState } from './use-entering.ts';

/** `/konto`: who is signed in here, what they may do, and the ways out. */
export function AccountPage() {
  const t = useWords(words);
  const { data: session, refetch } = useSession();
  return (
    <PeopleFrame title={t('accountTitle')}>
      {session === undefined && <Skeleton lines={6} />}
      {session === null && <TroubleNotice trouble={{ kind: 'away' }} onRetry={() => void refetch()} />}
      {session?.kind === 'signed-out' && <SignedOut />}
      {session?.kind === 'signed-in' && <Account session={session} />}
    </PeopleFrame>
  );
}

function Account({ session }: { readonly session: Session }) {
  const t = useWords(words);
  const intl = useIntl();
  const { isJustSignedIn } = useEntryState();
  const isAlone = useSharingStatus() === 'alone';
  const { user, space, leaseUntil } = session;
  const lastDay = intl.formatDate(leaseUntil, { dateStyle: 'long', timeZone: 'Europe/Stockholm' });
  return (
    <>
      <Stack>
        {isJustSignedIn && (
          <Notice kind="done" announce="status">
            {t('justSignedIn')}
          </Notice>
        )}
        <DefinitionList
          items={[
            { key: 'user', term: t('signedInAs'), value: user.name },
            { key: 'space', term: t('space'), value: space.name },
            { key: 'lease', term: t('until'), value: lastDay },
          ]}
        />
        {isAlone && (
          <Notice
            kind="info"
            title={t('shareTitle')}
            actions={
              <LinkButton as={Link} kind="primary" to={paths.join()}>
                {t('share')}
              </LinkButton>
            }
          >
            {t('shareText')}
          </Notice>
        )}
      </Stack>
      <AccountRights session={session} />
      <Section title={t('changePassword')}>
        <ChangePassword />
      </Section>
      <OwnExtract />
      <Leaving session={session} />
    </>
  );
}

function SignedOut() {
  const t = useWords(words);
  return (
    <EmptyState
      title={t('signedOutTitle')}
      action={
        <LinkButton as={Link} kind="primary" to={paths.signIn()}>
          {t('signIn')}
        </LinkButton>
      }
    >
      {t('signedOutText')}
    </EmptyState>
  );
}
