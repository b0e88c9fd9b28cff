import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { AccountList } from './account-list.tsx';
import { TroubleNotice } from './answered.tsx';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { peopleWords } from './people-messages.ts';
import { usePromiseTitles, useSession } from './queries.ts';
import { spaceRights, toRightWord, toSpaceWord } from './right-words.ts';

/** `/personer`: every account of the space, for who administers it. */
export function AllPeoplePage() {
  const t = useWords(peopleWords);
  const { data: titles } = usePromiseTitles();
  const { data: session, refetch } = useSession();
  if (session === undefined) return <Skeleton lines={6} />;
  if (session?.kind !== 'signed-in') {
    return (
      <PeopleFrame title={t('allTitle')}>
        <TroubleNotice trouble={{ kind: session?.kind ?? 'away' }} onRetry={() => void refetch()} />
      </PeopleFrame>
    );
  }
  const { space, user, memberships } = session;
  const isAdmin = memberships.some(({ scope, role }) => scope === space.id && role === 'admin');
  return (
    <PeopleFrame
      title={t('allTitle')}
      lead={t('allLead', { space: space.name })}
      eyebrow={<Link to={paths.account()}>{t('backToAccount')}</Link>}
    >
      <AccountList space={space} userId={user.id} mayGovern={isAdmin} />
      {isAdmin && (
        <>
          <InviteForm scope={space.id} rights={spaceRights} describe={({ role }) => t(toSpaceWord(role))} />
          <OpenInvitations
            isShown={() => true}
            describe={(right) =>
              right.scope === space.id
                ? t(toSpaceWord(right.role))
                : [titles?.get(right.scope), t(toRightWord(right))].filter(Boolean).join(': ')
            }
          />
        </>
      )}
    </PeopleFrame>
  );
}
