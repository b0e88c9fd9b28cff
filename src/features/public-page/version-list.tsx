import { formatDateWithYear } from '#domain/wording/days.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Row } from '#storage/database.ts';
import { MarkedList } from '#ui/marked-list.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface VersionListProps {
  readonly publications: readonly Row<'publications'>[];
  readonly shownId: string | undefined;
}

/** Every version with what became of it, the latest first. */
export function VersionList({ publications, shownId }: VersionListProps) {
  const t = useWords(words);
  const language = useLanguage();
  const describe = ({ id, prepared, approved, withdrawn }: Row<'publications'>): string => {
    const on = (day: string) => formatDateWithYear(day, language);
    if (withdrawn) return t('stateWithdrawn', { day: on(withdrawn.on), reason: withdrawn.reason });
    if (!approved) return t('stateWaiting', { day: on(prepared.on) });
    return t(id === shownId ? 'stateCurrent' : 'stateEarlier', { day: on(approved.on) });
  };
  return (
    <MarkedList
      label={t('versions')}
      items={publications.map((row) => ({
        key: row.id,
        ...(row.id === shownId
          ? ({ sign: 'check', tone: 'done' } as const)
          : ({ sign: 'box', tone: 'quiet' } as const)),
        text: t('version', { number: row.number }),
        aside: describe(row),
        note: row.correction,
      }))}
    />
  );
}
