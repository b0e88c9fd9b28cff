import { toRowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWhen } from '#features/use-when.ts';
import type { Undecided } from '#storage/waiting-work.ts';
import { useWords } from '#ui/words.ts';
import { ChangeCard, type Choice } from './change-card.tsx';
import { letItHold, restoreMine, restoreTheirs } from './decide-change.ts';
import { compareFields, nameChange, nameWriter } from './describe-change.ts';
import { sharingWords } from './sharing-messages.ts';

interface OverlaidCardProps {
  readonly entry: BoxEntry;
  readonly rows: Undecided['rows'];
}

/** Two people wrote without having seen each other: what each of them wrote, which of it holds, and how to change that. */
export function OverlaidCard({ entry, rows }: OverlaidCardProps) {
  const t = useWords(sharingWords);
  const language = useLanguage();
  const writtenAt = useWrittenAt(entry, rows);
  const [op] = entry.operations;
  if (op === undefined) return null;
  const told = new Set(entry.outcomes.flatMap(({ id, fields = [] }) => fields.map(({ field }) => `${id}/${field}`)));
  const writer = nameWriter(entry.outcomes);
  const who = writer ?? t('somebody');
  const choices: readonly Choice[] = entry.isOvertaken
    ? [
        { key: 'keep', word: t('letHold'), isMain: true, decide: (services) => letItHold(services, entry) },
        { key: 'restore', word: t('restoreMine'), decide: (services) => restoreMine(services, entry) },
      ]
    : [
        { key: 'keep', word: t('keep'), isMain: true, decide: (services) => letItHold(services, entry) },
        { key: 'restore', word: t('restore'), decide: (services) => restoreTheirs(services, entry) },
      ];
  return (
    <ChangeCard
      title={t('overlaidWhat', { what: nameChange(op, rows, language), who })}
      lines={[t(entry.isOvertaken ? 'overtakenText' : 'overlaidText', { who }), writtenAt(op)]}
      fields={compareFields(entry, rows, language).filter(({ key }) => told.has(key))}
      theirs={writer}
      choices={choices}
    />
  );
}

/** When the change that holds was made: this person's own, or the one that was laid over it. */
function useWrittenAt({ isOvertaken }: BoxEntry, rows: Undecided['rows']): (op: Operation) => string | undefined {
  const t = useWords(sharingWords);
  const when = useWhen();
  return (op) => {
    if (!isOvertaken) return t('wroteAt', { when: when(op.at) });
    const updatedAt = rows.get(toRowKey(op.tbl, op.ent))?.updatedAt;
    return typeof updatedAt === 'string' ? t('standsSince', { when: when(updatedAt) }) : undefined;
  };
}
