import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Services, useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import styles from './change-card.module.css';
import type { ComparedField } from './describe-change.ts';
import { sharingWords } from './sharing-messages.ts';

export interface Choice {
  readonly key: string;
  readonly word: string;
  readonly isMain?: boolean;
  readonly decide: (services: Services) => Promise<void>;
}

interface ChangeCardProps {
  readonly title: string;
  readonly lines: readonly (string | undefined)[];
  readonly fields: readonly ComparedField[];
  /** Who wrote what stands beside one's own; undefined where that is not known. */
  readonly theirs?: string | undefined;
  readonly choices: readonly Choice[];
  /** A way to the row itself. */
  readonly link?: ReactNode;
}

/** One action that a person has to decide about: what they wrote, what stands, and the ways out. */
export function ChangeCard({ title, lines, fields, theirs, choices, link }: ChangeCardProps) {
  const t = useWords(sharingWords);
  const services = useServices();
  const decide = useMutation({ mutationFn: (choice: Choice) => choice.decide(services) });
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>{title}</h3>
      {lines.filter(Boolean).map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {fields.length > 0 && <FieldTable {...{ title, fields, theirs }} />}
      {decide.isError && (
        <Notice kind="fail" announce="alert">
          {t('decideFailed')}
        </Notice>
      )}
      <div className={styles.actions}>
        {choices.map((choice) => (
          <Button
            key={choice.key}
            kind={choice.isMain ? 'primary' : 'secondary'}
            busy={decide.isPending}
            onClick={() => decide.mutate(choice)}
          >
            {choice.word}
          </Button>
        ))}
        {link}
      </div>
    </li>
  );
}

function FieldTable({ title, fields, theirs }: Pick<ChangeCardProps, 'title' | 'fields' | 'theirs'>) {
  const t = useWords(sharingWords);
  const hasTheirs = fields.some(({ theirs }) => theirs !== undefined);
  const columns = [
    { key: 'field', label: t('field') },
    { key: 'mine', label: t('mine') },
    ...(hasTheirs ? [{ key: 'theirs', label: theirs ?? t('theirs') }] : []),
  ];
  const rows = fields.map((one) => ({
    key: one.key,
    cells: [one.field, one.mine, ...(hasTheirs ? [one.theirs ?? '–'] : [])],
  }));
  return <Table caption={title} captionHidden columns={columns} rows={rows} />;
}
