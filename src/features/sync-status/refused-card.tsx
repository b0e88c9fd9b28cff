import { Link } from 'react-router';
import { toRowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import { refusalWord } from '#domain/wording/refusal-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWhen } from '#features/use-when.ts';
import type { Undecided } from '#storage/waiting-work.ts';
import { useWords } from '#ui/words.ts';
import { ChangeCard, type Choice } from './change-card.tsx';
import { keepMine, takeTheirs } from './decide-change.ts';
import { compareFields, findPage, nameChange, nameWriter } from './describe-change.ts';
import { sharingWords } from './sharing-messages.ts';

interface RefusedCardProps {
  readonly entry: BoxEntry;
  readonly rows: Undecided['rows'];
}

/** Each way of not being shared has its own words and its own ways out. */
const wordsOf = {
  conflict: { title: 'conflictTitle', since: 'standsSince', mine: 'keepMine', theirs: 'takeTheirs' },
  removed: { title: 'removedTitle', since: 'removedAt', mine: 'putBack', theirs: 'leaveRemoved' },
  rejected: { title: 'rejectedTitle', since: undefined, mine: 'sendAgain', theirs: 'discard' },
} as const;

/** What was refused or stood against somebody else's change, beside what stands now, with the ways out. */
export function RefusedCard({ entry, rows }: RefusedCardProps) {
  const t = useWords(sharingWords);
  const language = useLanguage();
  const when = useWhen();
  const cause = findCause(entry);
  if (cause === undefined) return null;
  const { op, code } = cause;
  const row = rows.get(toRowKey(op.tbl, op.ent));
  const fate = findFate(entry, row);
  const say = wordsOf[fate];
  const who = nameWriter(entry.outcomes);
  const fields = compareFields(entry, rows, language);
  const choices: readonly Choice[] = [
    { key: 'mine', word: t(say.mine), isMain: true, decide: (services) => keepMine(services, entry, rows) },
    { key: 'theirs', word: t(say.theirs), decide: (services) => takeTheirs(services, entry) },
  ];
  return (
    <ChangeCard
      title={t(say.title, { what: nameChange(op, rows, language), who: who ?? t('somebody') })}
      lines={[
        fate === 'rejected' ? refusalWord(code, language) : undefined,
        t('wroteAt', { when: when(op.at) }),
        say.since && typeof row?.updatedAt === 'string' ? t(say.since, { when: when(row.updatedAt) }) : undefined,
      ]}
      // Of what was removed there is nothing to choose between, field by field.
      fields={fate === 'removed' ? fields.map((one) => ({ ...one, theirs: undefined })) : fields}
      theirs={who}
      choices={choices}
      link={<PageLink op={op} row={row} />}
    />
  );
}

/** The row's own page, while there is one to open. */
function PageLink({ op, row }: { readonly op: Operation; readonly row: StoredRow | undefined }) {
  const t = useWords(sharingWords);
  const page = findPage(op);
  if (row === undefined || row.deletedAt !== undefined || page === undefined) return null;
  return <Link to={page}>{t('edit')}</Link>;
}

/** The operation for which the whole action was not shared, and why. */
function findCause({ operations, outcomes }: BoxEntry) {
  const outcome = outcomes.find(({ kind, fields = [], code }) => (kind === 'conflict' ? fields.length > 0 : code));
  const op = operations.find(({ id }) => id === outcome?.id) ?? operations[0];
  return op && { op, code: outcome?.code };
}

function findFate({ outcomes }: BoxEntry, row: StoredRow | undefined): keyof typeof wordsOf {
  if (outcomes.every(({ kind }) => kind !== 'conflict')) return 'rejected';
  const isRemoved = outcomes.some(({ fields = [] }) => fields.some(({ field }) => field === 'deletedAt'));
  return isRemoved || row?.deletedAt !== undefined ? 'removed' : 'conflict';
}
