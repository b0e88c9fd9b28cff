import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Undecided } from '#storage/waiting-work.ts';
import { useWords } from '#ui/words.ts';
import { ChangeCard } from './change-card.tsx';
import { letMineHold, restoreTheirs } from './decide-change.ts';
import { compareFields, nameChange, nameWriter } from './describe-change.ts';
import { sharingWords } from './sharing-messages.ts';
import { useWhen } from './use-when.ts';

interface OverlaidCardProps {
  readonly entry: BoxEntry;
  readonly rows: Undecided['rows'];
}

/** What this device laid over somebody else's change, which can be put back. */
export function OverlaidCard({ entry, rows }: OverlaidCardProps) {
  const t = useWords(sharingWords);
  const language = useLanguage();
  const when = useWhen();
  const [op] = entry.operations;
  if (op === undefined) return null;
  const told = new Set(entry.outcomes.flatMap(({ id, fields = [] }) => fields.map(({ field }) => `${id}/${field}`)));
  const writer = nameWriter(entry.outcomes);
  return (
    <ChangeCard
      title={t('overlaidWhat', { what: nameChange(op, rows, language), who: writer ?? t('somebody') })}
      lines={[t('overlaidText'), t('wroteAt', { when: when(op.at) })]}
      fields={compareFields(entry, rows, language).filter(({ key }) => told.has(key))}
      theirs={writer}
      choices={[
        { key: 'keep', word: t('keep'), isMain: true, decide: (services) => letMineHold(services, entry) },
        { key: 'restore', word: t('restore'), decide: (services) => restoreTheirs(services, entry) },
      ]}
    />
  );
}
