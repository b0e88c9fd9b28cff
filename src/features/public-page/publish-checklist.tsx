import type { PublicFacts } from '#domain/public-page/public-facts.ts';
import type { PublicFinding } from '#domain/public-page/screen-public-facts.ts';
import { publicWords } from '#domain/wording/public-words.ts';
import { MarkedList } from '#ui/marked-list.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface PublishChecklistProps {
  readonly facts: PublicFacts;
  readonly findings: readonly PublicFinding[];
}

/** What is looked at before anything becomes public. */
export function PublishChecklist({ facts, findings }: PublishChecklistProps) {
  const t = useWords(words);
  const { aboutPeople, occasionsHidden } = publicWords.sv;
  const masked = facts.items.filter(({ done }) => done.sv === aboutPeople || done.sv === occasionsHidden).length;
  const judged = facts.items.filter(({ verdict }) => verdict !== undefined).length;
  const isClean = findings.length === 0;
  const hasContact = facts.contact.text !== '';
  const mark = (isDone: boolean) =>
    isDone ? ({ sign: 'check', tone: 'done' } as const) : ({ sign: 'diamond', tone: 'late' } as const);
  return (
    <MarkedList
      label={t('checklist')}
      items={[
        {
          ...{ key: 'names', ...mark(isClean), text: t('checkNames'), note: t('checkNamesNote') },
          aside: isClean ? t('checkNamesDone') : t('checkNamesLate', { count: findings.length }),
        },
        { key: 'small', ...mark(true), text: t('checkSmall'), aside: t('checkSmallDone', { count: masked }) },
        {
          ...{ key: 'verdicts', ...mark(judged === facts.items.length), text: t('checkVerdicts') },
          aside: t('checkVerdictsAside', { judged, all: facts.items.length }),
        },
        {
          ...{ key: 'contact', ...mark(hasContact), text: t('checkContact') },
          aside: t(hasContact ? 'checkContactDone' : 'checkContactLate'),
        },
      ]}
    />
  );
}
