import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '#features/paths.ts';
import { type LinkPreview, readLinkToken } from '#sync/people-client.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { TroubleNotice } from './answered.tsx';
import { words } from './messages.ts';
import { useLinkPreview } from './queries.ts';

type PreviewOf<Kind extends LinkPreview['kind']> = Extract<LinkPreview, { readonly kind: Kind }>;

interface LinkGateProps<Kind extends LinkPreview['kind']> {
  readonly kind: Kind;
  /** What to do when the link is worth nothing. */
  readonly gone: string;
  readonly children: (token: string, preview: PreviewOf<Kind>) => ReactNode;
}

/**
 * Lets through who holds a link that still opens. The secret stays in the address until it is used, so that a page that
 * is loaded again is not lost; behind the `#` it reaches no server but by our own question.
 */
export function LinkGate<Kind extends LinkPreview['kind']>({ kind, gone, children }: LinkGateProps<Kind>) {
  const { hash } = useLocation();
  const token = readLinkToken(hash);
  const { data, refetch } = useLinkPreview(token);
  if (token === undefined) return <LinkGone text={gone} />;
  if (data === undefined) return <Skeleton lines={6} />;
  if (data.kind === 'answered') {
    return isOf(data.answer, kind) ? children(token, data.answer) : <LinkGone text={gone} />;
  }
  if (data.trouble.kind === 'unknown-address' || data.trouble.kind === 'malformed') return <LinkGone text={gone} />;
  return <TroubleNotice trouble={data.trouble} onRetry={() => void refetch()} />;
}

const isOf = <Kind extends LinkPreview['kind']>(preview: LinkPreview, kind: Kind): preview is PreviewOf<Kind> =>
  preview.kind === kind;

function LinkGone({ text }: { readonly text: string }) {
  const t = useWords(words);
  return (
    <EmptyState
      title={t('linkGone')}
      action={
        <LinkButton as={Link} kind="primary" to={paths.signIn()}>
          {t('signIn')}
        </LinkButton>
      }
    >
      {text}
    </EmptyState>
  );
}
