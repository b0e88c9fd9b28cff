import { comparePublicFacts } from '#domain/public-page/compare-public-facts.ts';
import type { PublicFacts } from '#domain/public-page/public-facts.ts';
import { publicWords } from '#domain/wording/public-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface ChangeListProps {
  readonly before: PublicFacts | undefined;
  readonly after: PublicFacts;
}

/** What residents will read otherwise than before. */
export function ChangeList({ before, after }: ChangeListProps) {
  const t = useWords(words);
  const language = useLanguage();
  if (before === undefined) return <p>{t('firstVersion')}</p>;
  const changes = comparePublicFacts(before, after, language);
  if (changes.length === 0) return <p>{t('noChanges')}</p>;
  const partName = { ...publicWords[language], verdict: t('checkVerdicts') };
  return (
    <ul>
      {changes.map((change) => {
        if (change.kind !== 'changed') {
          return <li key={`${change.kind} ${change.promised}`}>{t(change.kind, { promised: change.promised })}</li>;
        }
        const { promised, part } = change;
        const [old, now] = [change.before || t('nothing'), change.after || t('nothing')];
        return (
          <li key={`${promised} ${part}`}>
            {t('changed', { promised, part: partName[part], before: old, after: now })}
          </li>
        );
      })}
    </ul>
  );
}
