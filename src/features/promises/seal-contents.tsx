import { sortVersions } from '#domain/progress/target-versions.ts';
import type { Goal } from '#domain/records/goal.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { describePeriod } from './describe-period.ts';
import { words } from './messages.ts';
import { sealWords } from './seal-messages.ts';
import { isSealed } from './seal-rules.ts';

/** Everything the signatures are about: the period, what is to be done, what is to be reached and how it counts. */
export function SealContents({ plan }: { readonly plan: PromiseOverview }) {
  const t = useWords(sealWords);
  const w = useWords(words);
  const language = useLanguage();
  const { promise, activities } = plan;
  return (
    <Section id="innehall" title={t(isSealed(promise) ? 'contentsSealed' : 'contents')}>
      <Stack>
        <p>{t('period', { period: describePeriod(promise, language, w) })}</p>
        {activities.length > 0 && (
          <div>
            <h3>{t('activities')}</h3>
            <ul>
              {activities.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        <SealedGoals plan={plan} />
        <div>
          <h3>{t('text')}</h3>
          <p>{promise.originalText ? t('textIn', { count: promise.originalText.length }) : t('noText')}</p>
        </div>
      </Stack>
    </Section>
  );
}

function SealedGoals({ plan: { goals } }: { readonly plan: PromiseOverview }) {
  const t = useWords(sealWords);
  const language = useLanguage();
  if (goals.length === 0) return null;
  return (
    <Table
      caption={t('goals')}
      columns={[
        { key: 'goal', label: t('goal') },
        { key: 'target', label: t('target') },
        { key: 'rule', label: t('rule') },
      ]}
      rows={goals.map((goal) => ({
        key: goal.id,
        cells: [
          goal.origin === 'promised' ? goal.shortName : `${goal.shortName} (${t('added').toLowerCase()})`,
          describeTarget(agreed(goal).target, language),
          agreed(goal).countingRule.countsAsOne || t('noRule'),
        ],
      }))}
    />
  );
}

/** What was sealed, also after it has been changed. */
const agreed = (goal: Goal) => sortVersions(goal)[0] ?? goal;
