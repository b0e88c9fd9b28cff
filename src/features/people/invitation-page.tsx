import type { LinkPreview } from '#sync/people-client.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { AcceptForm } from './accept-form.tsx';
import { JoinForm } from './join-form.tsx';
import { LinkGate } from './link-gate.tsx';
import { words } from './messages.ts';
import { PeopleFrame } from './people-frame.tsx';
import { useSession } from './queries.ts';
import { RightList } from './right-list.tsx';

type InvitationPreview = Extract<LinkPreview, { readonly kind: 'invitation' }>;

/** `/inbjudan#…`: what the invitation gives, and the ways to take it. */
export function InvitationPage() {
  const t = useWords(words);
  return (
    <PeopleFrame title={t('inviteTitle')}>
      <LinkGate kind="invitation" gone={t('inviteGone')}>
        {(token, preview) => <Invitation token={token} preview={preview} />}
      </LinkGate>
    </PeopleFrame>
  );
}

interface InvitationProps {
  readonly token: string;
  readonly preview: InvitationPreview;
}

function Invitation({ token, preview }: InvitationProps) {
  const t = useWords(words);
  const { data: session, isPending } = useSession();
  if (isPending) return <Skeleton lines={6} />;
  return (
    <Stack gap="loose" readable>
      <Stack gap="tight">
        <p>{t('inviteLead', { space: preview.spaceName })}</p>
        <p>{t('inviteGives')}</p>
        <RightList rights={preview.grants} space={{ id: preview.spaceId, name: preview.spaceName }} />
      </Stack>
      {session?.kind === 'signed-in' ? (
        <JoinForm token={token} name={session.user.name} />
      ) : (
        <AcceptForm token={token} providers={preview.providers} />
      )}
    </Stack>
  );
}
