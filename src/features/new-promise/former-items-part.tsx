import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { isJudged } from './former-items.ts';
import { ItemChoices } from './item-choices.tsx';
import { words } from './messages.ts';
import type { Choosing } from './use-choosing.ts';

interface FormerItemsProps {
  readonly promiseId: string;
  readonly choosing: Choosing;
}

/** What comes along, item by item; a promise that nobody has judged asks for that first. */
export function FormerItems({ promiseId, choosing }: FormerItemsProps) {
  const t = useWords(words);
  const { items, isRefused } = choosing;
  if (items.length === 0) return null;
  return (
    <Section title={t('items')}>
      {!isJudged(items) && (
        <Notice
          kind="warn"
          actions={
            <LinkButton as={Link} to={paths.followUps(promiseId)}>
              {t('toFollowUp')}
            </LinkButton>
          }
        >
          {t('notJudged')}
        </Notice>
      )}
      <p>{t('itemsHint')}</p>
      <ItemChoices items={items} choiceOf={choosing.choiceOf} issueOf={choosing.issueOf} onChange={choosing.change} />
      {isRefused && (
        <Notice kind="fail" announce="alert">
          {t('choicesWrong')}
        </Notice>
      )}
    </Section>
  );
}
