import type { ReactNode } from 'react';
import { PageHeader } from '#ui/page-header.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface PeopleFrameProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly eyebrow?: ReactNode;
  readonly children: ReactNode;
}

/** A page of this folder: its title in the tab and on top, and what is below. */
export function PeopleFrame({ title, lead, eyebrow, children }: PeopleFrameProps) {
  const t = useWords(words);
  return (
    <>
      <title>{`${title} · ${t('appName')}`}</title>
      <PageHeader title={title} eyebrow={eyebrow} lead={lead && <p>{lead}</p>} />
      {children}
    </>
  );
}
