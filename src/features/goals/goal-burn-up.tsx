import type { BurnUp } from '#domain/progress/chart-points.ts';
import { formatDate } from '#domain/wording/days.ts';
import { useLanguage } from '#features/use-language.ts';
import { LazyBurnUp } from '#ui/lazy-burn-up.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { toBurnUp } from './to-burn-up.ts';

interface GoalBurnUpProps {
  readonly burnUp: BurnUp;
  readonly title: string;
  /** The whole figure as one sentence. */
  readonly desc: string;
}

/** The outcome day by day against the target; a changed target leaves a mark where it changed. */
export function GoalBurnUp({ burnUp, title, desc }: GoalBurnUpProps) {
  const t = useWords(words);
  const language = useLanguage();
  const drawn = toBurnUp(burnUp, (day) => t('changeMark', { day: formatDate(day, language) }));
  return <LazyBurnUp {...drawn} title={title} desc={desc} interactive />;
}
