import { Link } from 'react-router';
import { useLanguage } from '#features/use-language.ts';
import { useWhen } from '#features/use-when.ts';
import type { WaitingWork } from '#storage/waiting-work.ts';
import { DayList } from '#ui/day-list.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { findPage, nameChange } from './describe-change.ts';
import { sharingWords } from './sharing-messages.ts';

const mostShown = 20;

/** What has been saved here and not yet been confirmed, in the order in which it is sent. */
export function WaitingChanges({ work }: { readonly work: WaitingWork }) {
  const t = useWords(sharingWords);
  const language = useLanguage();
  const when = useWhen();
  const { actions, rows, count } = work;
  if (count === 0) return null;
  const shown = actions.slice(0, mostShown);
  return (
    <Section title={t('waitingTitle')} aside={count}>
      {actions.length > shown.length && <p>{t('waitingMore', { shown: shown.length })}</p>}
      <DayList
        items={shown.flatMap(({ tx, operations: [op] }) => {
          if (op === undefined) return [];
          const page = findPage(op);
          return {
            key: tx,
            day: when(op.at),
            title: nameChange(op, rows, language),
            mark: page && <Link to={page}>{t('open')}</Link>,
          };
        })}
      />
    </Section>
  );
}
