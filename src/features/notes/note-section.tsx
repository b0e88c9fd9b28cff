import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { RemovedNotice } from './removed-notice.tsx';
import type { NoteDesk } from './use-note-desk.ts';

interface NoteSectionProps {
  readonly title: string;
  readonly addLabel: string;
  readonly none: string;
  readonly count: number;
  readonly desk: NoteDesk;
  /** The form, where one is open. */
  readonly form: ReactNode;
  readonly children: ReactNode;
}

/** What people wrote of one sort, with a way to add to it; what was removed can be brought back at once. */
export function NoteSection({ title, addLabel, none, count, desk, form, children }: NoteSectionProps) {
  return (
    <Section
      title={title}
      aside={count > 0 ? count : undefined}
      actions={
        <span data-screen-only>
          <Button onClick={desk.start}>{addLabel}</Button>
        </span>
      }
    >
      <RemovedNotice desk={desk} />
      {count === 0 ? <p>{none}</p> : children}
      {form}
    </Section>
  );
}
