import { Link } from 'react-router';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { paths } from '#features/paths.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { isSameValue } from './compare-values.ts';
import { describePeriod } from './describe-period.ts';
import { words } from './messages.ts';
import { useFormerGoals, usePromises } from './queries.ts';

interface LineageProps {
  readonly promise: CitizenPromise;
  readonly goals: readonly Goal[];
}

/** The promise before, the one after, and the same goals over the years with the breaks in their definition. */
export function Lineage({ promise, goals }: LineageProps) {
  const t = useWords(words);
  const { data: promises = [] } = usePromises();
  const predecessor = promises.find(({ id }) => id === promise.predecessorId);
  const successors = promises.filter(({ predecessorId }) => predecessorId === promise.id);
  if (!predecessor && successors.length === 0) return null;
  return (
    <Section id="slakt" title={t('lineage')}>
      <Stack>
        {predecessor && <PromiseLink label={t('predecessor')} promise={predecessor} />}
        {successors.map((successor) => (
          <PromiseLink key={successor.id} label={t('successor')} promise={successor} />
        ))}
        <SameGoals goals={goals} />
      </Stack>
    </Section>
  );
}

function PromiseLink({ label, promise }: { readonly label: string; readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <p>
      {label}: <Link to={paths.promise(promise.id)}>{promise.title}</Link>, {describePeriod(promise, language, t)}
    </p>
  );
}

function SameGoals({ goals }: Pick<LineageProps, 'goals'>) {
  const t = useWords(words);
  const language = useLanguage();
  const linked = goals.filter(({ predecessorId }) => predecessorId !== undefined);
  const { data: former } = useFormerGoals(linked.flatMap(({ predecessorId }) => predecessorId ?? []));
  if (linked.length === 0 || !former) return null;
  const rows = linked.flatMap((goal) => {
    const before = goal.predecessorId ? former.get(goal.predecessorId) : undefined;
    if (!before) return [];
    return [
      {
        key: goal.id,
        cells: [
          goal.shortName,
          <Link key="then" to={paths.goal(before.promiseId, before.id)}>
            {describeTarget(before.target, language)}
          </Link>,
          describeTarget(goal.target, language),
          isSameDefinition(before, goal) ? t('definitionSame') : t('definitionChanged'),
        ],
      },
    ];
  });
  return (
    <Table
      caption={t('sameGoals')}
      columns={[
        { key: 'goal', label: t('goal') },
        { key: 'then', label: t('goalThen') },
        { key: 'now', label: t('goalNow') },
        { key: 'same', label: t('comparison') },
      ]}
      rows={rows}
    />
  );
}

/** Years are compared only where the kind and the counting rule are the same; a new number is no new definition. */
const isSameDefinition = (before: Goal, now: Goal): boolean =>
  before.target.kind === now.target.kind && isSameValue(before.countingRule, now.countingRule);
