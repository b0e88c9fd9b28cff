import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import type { CountedRows, JoiningPreview } from '#sync/preview-joining.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { joinWords } from './join-messages.ts';
import { type JoinLook, joinAfterLook, lookBeforeJoining } from './look-before-joining.ts';

const wire = { fetch: (...ask: Parameters<typeof fetch>) => fetch(...ask), abortAfter: AbortSignal.timeout };

/** From alone to shared: what would be sent and fetched, and a button that does it. */
export function JoinPage() {
  const t = useWords(joinWords);
  const services = useServices();
  const look = useQuery({
    queryKey: ['server', 'joining'],
    queryFn: () => lookBeforeJoining(services, wire),
    staleTime: 0,
    gcTime: 0,
  });
  const ready = look.data?.kind === 'ready' ? look.data : undefined;
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('title')}
        lead={ready && <p>{t('lead', { person: ready.server.userName, space: ready.server.spaceName })}</p>}
      />
      {look.isPending && (
        <Stack>
          <p role="status">{t('looking')}</p>
          <Skeleton lines={4} />
        </Stack>
      )}
      {look.data && <LookAnswer look={look.data} onAgain={() => void look.refetch()} />}
    </>
  );
}

function LookAnswer({ look, onAgain }: { readonly look: JoinLook; readonly onAgain: () => void }) {
  const t = useWords(joinWords);
  switch (look.kind) {
    case 'ready':
      return <Joining look={look} />;
    case 'signed-out':
      return (
        <Notice
          kind="info"
          actions={
            <LinkButton as={Link} kind="primary" to={paths.signIn()} state={{ returnTo: paths.join() }}>
              {t('signIn')}
            </LinkButton>
          }
        >
          {t('signedOut')}
        </Notice>
      );
    case 'away':
      return (
        <Notice kind="calm" announce="status" actions={<Button onClick={onAgain}>{t('tryAgain')}</Button>}>
          {t('away')}
        </Notice>
      );
    case 'outdated':
      return (
        <Notice kind="warn" actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}>
          {t('outdated')}
        </Notice>
      );
    case 'already-joined':
      return (
        <Notice kind="done" title={t('joinedTitle')} actions={<Onward />}>
          {t('joinedText', { space: look.server.spaceName })}
        </Notice>
      );
    case 'other-person':
      return (
        <Notice
          kind="warn"
          title={t('otherTitle', { person: look.server.userName })}
          actions={<Link to={paths.storage()}>{t('toStorage')}</Link>}
        >
          {t('otherText', { person: look.server.userName })}
        </Notice>
      );
  }
}

function Onward() {
  const t = useWords(joinWords);
  return (
    <>
      <LinkButton as={Link} kind="primary" to={paths.overview()}>
        {t('toOverview')}
      </LinkButton>
      <Link to={paths.storage()}>{t('toStorage')}</Link>
    </>
  );
}

function Joining({ look }: { readonly look: Extract<JoinLook, { kind: 'ready' }> }) {
  const t = useWords(joinWords);
  const services = useServices();
  const join = useMutation({ mutationFn: () => joinAfterLook(services, look) });
  if (join.data?.kind === 'joined') {
    return (
      <Notice kind="done" announce="status" actions={<Onward />}>
        {t('joined', { waiting: join.data.waiting })}
      </Notice>
    );
  }
  return (
    <Stack gap="loose">
      <p>{t('before')}</p>
      {look.hasOwn ? <Comparison preview={look.preview} /> : <p>{t('nothingHere')}</p>}
      {join.isError && (
        <Notice kind="fail" announce="alert">
          {t('failed')}
        </Notice>
      )}
      <Cluster>
        <Button kind="primary" busy={join.isPending} onClick={() => join.mutate()}>
          {t('join')}
        </Button>
        <Link to={paths.overview()}>{t('notNow')}</Link>
      </Cluster>
    </Stack>
  );
}

function Comparison({ preview }: { readonly preview: JoiningPreview }) {
  const t = useWords(joinWords);
  const { newThere, newHere, same, different, duplicates } = preview;
  const rows: readonly (readonly [key: string, term: string, counted: CountedRows])[] = [
    ['there', t('willSend'), newThere],
    ['here', t('willFetch'), newHere],
    ['same', t('same'), same],
    ['different', t('different'), different],
  ];
  const shown = rows.filter(([, , { promises, logs, others }]) => promises + logs + others > 0);
  return (
    <Stack>
      <DefinitionList
        items={shown.map(([key, term, counted]) => ({ key, term, value: t('counts', { ...counted }) }))}
      />
      {shown.some(([key]) => key === 'different') && <p>{t('differentText')}</p>}
      {duplicates.length > 0 && (
        <Notice kind="warn" title={t('duplicatesTitle')}>
          <ul>
            {duplicates.map(({ ownId, ownTitle, theirTitle }) => (
              <li key={ownId}>{t('duplicate', { own: ownTitle, their: theirTitle })}</li>
            ))}
          </ul>
          {t('duplicatesText')}
        </Notice>
      )}
      <p>{t('examples')}</p>
    </Stack>
  );
}
