import type { BurnUp } from '#domain/progress/chart-points.ts';
import { formatDate } from '#domain/wording/days.ts';
import { formatNumber } from '#domain/wording/numbers.ts';
import { useLanguage } from '#features/use-language.ts';
import { LazyBurnUp } from '#ui/lazy-burn-up.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { toBurnUp } from './to-burn-up.ts';

interface GoalBurnUpProps {
  readonly burnUp: BurnUp;
  /** The same without what waits to be shared. */
  readonly official?: BurnUp | undefined;
  readonly isCeiling: boolean;
  readonly title: string;
  /** The whole figure as one sentence. */
  readonly desc: string;
}

/** The outcome day by day against the target; a changed target leaves a mark where it changed. */
export function GoalBurnUp({ burnUp, official, isCeiling, title, desc }: GoalBurnUpProps) {
  const t = useWords(words);
  const language = useLanguage();
  const drawn = toBurnUp(burnUp, (day) => t('changeMark', { day: formatDate(day, language) }), official);
  const limit = drawn.target === null || !isCeiling ? undefined : formatNumber(drawn.target);
  const targetLabel = limit && t('limit', { limit });
  return <LazyBurnUp {...drawn} targetLabel={targetLabel} title={title} desc={desc} interactive />;
}
