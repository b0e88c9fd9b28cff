import { Link, useParams } from 'react-router';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import type { Session } from '#sync/people-client.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { TroubleNotice } from './answered.tsx';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { peopleWords } from './people-messages.ts';
import { PromiseMembers } from './promise-members.tsx';
import { usePromiseTitles, useSession } from './queries.ts';
import { listGivable, promiseRights, toRightWord } from './right-words.ts';

/** `/loften/:promiseId/personer`: who shares the promise, letting more in, and taking rights away. */
export function PromisePeoplePage() {
  const t = useWords(peopleWords);
  const { promiseId = '' } = useParams();
  const { data: titles } = usePromiseTitles();
  const { data: session, refetch } = useSession();
  const title = titles?.get(promiseId);
  if (titles && title === undefined && session?.kind === 'signed-in' && !mayKnow(session, promiseId))
    return <MissingPromise />;
  return (
    <PeopleFrame
      title={t('promiseTitle')}
      lead={title}
      eyebrow={
        title === undefined ? (
          <Link to={paths.account()}>{t('backToAccount')}</Link>
        ) : (
          <Link to={paths.promise(promiseId)}>{t('backToPromise')}</Link>
        )
      }
    >
      {session === undefined && <Skeleton lines={6} />}
      {session === null && <TroubleNotice trouble={{ kind: 'away' }} onRetry={() => void refetch()} />}
      {session?.kind === 'signed-out' && (
        <TroubleNotice trouble={{ kind: 'signed-out' }} onRetry={() => void refetch()} />
      )}
      {session?.kind === 'signed-in' && <PromisePeople promiseId={promiseId} session={session} />}
    </PeopleFrame>
  );
}

/** A device may not keep every promise that its person shares, and who administers the space lets people into all. */
const mayKnow = ({ memberships, space }: Session, promiseId: string): boolean =>
  memberships.some(({ scope, role }) => scope === promiseId || (scope === space.id && role === 'admin'));

interface PromisePeopleProps {
  readonly promiseId: string;
  readonly session: Session;
}

function PromisePeople({ promiseId, session: { memberships, space, user } }: PromisePeopleProps) {
  const t = useWords(peopleWords);
  const roleIn = (scope: string) => memberships.find((right) => right.scope === scope)?.role;
  const isSpaceAdmin = roleIn(space.id) === 'admin';
  const mayGiveAll = isSpaceAdmin || roleIn(promiseId) === 'admin';
  const mayInvite = mayGiveAll || roleIn(promiseId) === 'manager';
  const rights = mayInvite ? listGivable(promiseRights, mayGiveAll) : [];
  return (
    <>
      <PromiseMembers promiseId={promiseId} rights={rights} userId={user.id} mayChangeSelf={isSpaceAdmin} />
      {mayInvite && (
        <>
          <InviteForm scope={promiseId} rights={rights} describe={(right) => t(toRightWord(right))} />
          <OpenInvitations
            isShown={({ grants }) => grants.some(({ scope }) => scope === promiseId)}
            describe={(right) => t(toRightWord(right))}
          />
        </>
      )}
    </>
  );
}
