import { Link } from 'react-router';
import { toRowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import { refusalWord } from '#domain/wording/refusal-words.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Undecided } from '#storage/waiting-work.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import styles from './change-card.module.css';
import { ChangeCard, type Choice } from './change-card.tsx';
import { keepMine, letMineHold, restoreTheirs, takeTheirs } from './decide-change.ts';
import { compareFields, findPage, nameChange } from './describe-change.ts';
import { sharingWords } from './sharing-messages.ts';
import { useUndecided } from './sharing-queries.ts';
import { useWhen } from './use-when.ts';

/** Refusals and conflicts, and what was changed at the same time: side by side, in words, each with its ways out. */
export function UndecidedChanges() {
  const t = useWords(sharingWords);
  const { data } = useUndecided();
  if (!data) return null;
  const { refused, overlaid, rows } = data;
  return (
    <>
      {refused.length > 0 && (
        <Section title={t('refusedTitle')} aside={refused.length}>
          <p>{t('refusedText')}</p>
          <ul className={styles.list}>
            {refused.map((entry) => (
              <RefusedCard key={entry.tx} entry={entry} rows={rows} />
            ))}
          </ul>
        </Section>
      )}
      {overlaid.length > 0 && (
        <Section title={t('overlaidTitle')} aside={overlaid.length}>
          <p>{t('overlaidText')}</p>
          <ul className={styles.list}>
            {overlaid.map((entry) => (
              <OverlaidCard key={entry.tx} entry={entry} rows={rows} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface CardProps {
  readonly entry: BoxEntry;
  readonly rows: Undecided['rows'];
}

function RefusedCard({ entry, rows }: CardProps) {
  const t = useWords(sharingWords);
  const language = useLanguage();
  const when = useWhen();
  const cause = entry.outcomes.find(({ kind, fields = [], code }) => (kind === 'conflict' ? fields.length > 0 : code));
  const op = entry.operations.find(({ id }) => id === cause?.id) ?? entry.operations[0];
  if (op === undefined) return null;
  const isConflict = entry.outcomes.some(({ kind }) => kind === 'conflict');
  const row = rows.get(toRowKey(op.tbl, op.ent));
  const isRemoved = row?.deletedAt !== undefined || cause?.fields?.some(({ field }) => field === 'deletedAt') === true;
  const page = row && findPage(op);
  const choices: readonly Choice[] = [
    {
      key: 'mine',
      word: t(isConflict ? 'keepMine' : 'sendAgain'),
      isMain: true,
      decide: (services) => keepMine(services, entry, rows),
    },
    {
      key: 'theirs',
      word: t(isConflict ? 'takeTheirs' : 'discard'),
      decide: (services) => takeTheirs(services, entry),
    },
  ];
  return (
    <ChangeCard
      title={t(isConflict ? 'conflictTitle' : 'rejectedTitle', { what: nameChange(op, rows, language) })}
      lines={[
        isConflict ? undefined : refusalWord(cause?.code, language),
        isRemoved ? t('removedBy') : undefined,
        t('wroteAt', { when: when(op.at) }),
        isConflict && typeof row?.updatedAt === 'string' ? t('standsSince', { when: when(row.updatedAt) }) : undefined,
      ]}
      fields={compareFields(entry, rows, language)}
      choices={choices}
      link={page && <Link to={page}>{t('edit')}</Link>}
    />
  );
}

function OverlaidCard({ entry, rows }: CardProps) {
  const t = useWords(sharingWords);
  const language = useLanguage();
  const when = useWhen();
  const [op] = entry.operations;
  if (op === undefined) return null;
  const told = new Set(entry.outcomes.flatMap(({ id, fields = [] }) => fields.map(({ field }) => `${id}/${field}`)));
  return (
    <ChangeCard
      title={t('overlaidWhat', { what: nameChange(op, rows, language) })}
      lines={[t('wroteAt', { when: when(op.at) })]}
      fields={compareFields(entry, rows, language).filter(({ key }) => told.has(key))}
      choices={[
        {
          key: 'keep',
          word: t('keep'),
          isMain: true,
          decide: (services) => letMineHold(services, entry),
        },
        { key: 'restore', word: t('restore'), decide: (services) => restoreTheirs(services, entry) },
      ]}
    />
  );
}
