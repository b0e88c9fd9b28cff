import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { gapWords } from './gap-messages.ts';
import { words } from './messages.ts';
import { findPlanGaps, type Gap, type Plan } from './plan-gaps.ts';
import styles from './promises.module.css';

/** "Vad saknas": what the plan leaves open, each with the field that would close it. */
export function GapList({ plan, limit }: { readonly plan: Plan; readonly limit?: number }) {
  const t = useWords(words);
  const g = useWords(gapWords);
  const gaps = findPlanGaps(plan);
  return (
    <Section id="saknas" title={t('gaps')} aside={gaps.length > 0 ? t('gapsCount', { count: gaps.length }) : undefined}>
      <Stack>
        <p>{gaps.length > 0 ? t('gapsHint') : t('noGaps')}</p>
        <ul className={styles.plain}>
          {gaps.slice(0, limit).map((gap) => (
            <li key={`${gap.kind}-${'id' in gap ? gap.id : ''}`} className={styles.gap}>
              <span>{g(gap.kind, { name: 'name' in gap ? gap.name.replace(/\.$/u, '') : '' })}</span>
              <Link data-screen-only="" className={styles.mend} to={toField(plan.promise.id, gap)}>
                {g('mend')}
              </Link>
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

function toField(promiseId: string, gap: Gap): string {
  if (gap.at === 'promise') return `${paths.editPromise(promiseId)}#${gap.section}`;
  if (gap.at === 'activity') return `${paths.editActivity(promiseId, gap.id)}#who`;
  return `${paths.editGoal(promiseId, gap.id)}#${gap.section}`;
}
