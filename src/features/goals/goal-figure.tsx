import { tabulateBurnUp, tabulateProgress } from '#domain/progress/progress-table.ts';
import { formatDateWithYear, formatWeek } from '#domain/wording/days.ts';
import { describeStanding } from '#domain/wording/standing-sentences.ts';
import { unitPhrases } from '#domain/wording/unit-words.ts';
import { describeWaiting } from '#domain/wording/waiting-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Figure } from '#ui/figure.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import { GoalBurnUp } from './goal-burn-up.tsx';
import { KindFigure } from './kind-figure.tsx';
import { words } from './messages.ts';
import { saveTable, toFileName } from './save-table.ts';
import { toFigureTable, toPlainTable } from './word-table.ts';

/** The figure that fits the kind of goal, with the same numbers as a table and as files. */
export function GoalFigure({ view }: { readonly view: GoalView }) {
  const t = useWords(words);
  const language = useLanguage();
  const { goal } = view.records;
  const title = useTitle(view);
  const standing = describeStanding(goal, view.progress, language);
  const waiting = describeWaiting(view.progress, view.official?.progress, language);
  const label = [standing, waiting].filter(Boolean).join(' ');
  const table = view.burnUp ? tabulateBurnUp(view.burnUp) : tabulateProgress(view.progress);
  const name = toFileName(goal.shortName, view.asOf);
  const files = { imageName: name, onDownloadCsv: () => void saveTable(name, toPlainTable(table, language)) };
  // A file is read by others than the owner: of goals about people none leaves the page.
  return (
    <Figure
      title={title}
      level={2}
      table={toFigureTable(table, language)}
      source={useSource(view)}
      note={view.burnUp && t(view.progress.kind === 'ceiling' ? 'ceilingNote' : 'figureNote')}
      {...(goal.personRelated ? {} : files)}
    >
      <Stack gap="loose">
        {view.burnUp && (
          <GoalBurnUp
            burnUp={view.burnUp}
            official={view.official?.burnUp}
            isCeiling={view.progress.kind === 'ceiling'}
            title={title}
            desc={label}
          />
        )}
        <KindFigure view={view} label={label} />
      </Stack>
    </Figure>
  );
}

const titles = {
  count: 'titleGrowing',
  ceiling: 'titleGrowing',
  schedule: 'titleSchedule',
  checklist: 'titleChecklist',
  ratio: 'titleRatio',
  deadline: 'titleDeadline',
  'on-demand': 'titleOnDemand',
  milestone: 'titleMilestone',
  judged: 'titleJudged',
  ongoing: 'titleOngoing',
} as const;

/** What the figure shows; the page's heading has said how the goal stands. It stands alone on a saved picture. */
function useTitle({ records, progress: { detail } }: GoalView): string {
  const t = useWords(words);
  const language = useLanguage();
  const say = () => {
    if (detail.kind === 'recurrence') return t('titleRhythm', { every: unitPhrases(detail.per, language).every });
    if (detail.kind === 'series') return t('titleSeries', { name: detail.indicator.name });
    return t(titles[detail.kind]);
  };
  return t('titleOf', { goal: records.goal.shortName, what: say() });
}

/** Where the numbers come from, and of which day. */
function useSource({ asOf, progress }: GoalView): string {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const time = asOf === clock.today() ? ` · ${clock.now().slice(11, 16).replace(':', '.')}` : '';
  const day = `${formatDateWithYear(asOf, language)}, ${formatWeek(asOf, language)}${time}`;
  if (progress.detail.kind === 'series') {
    return t('sourceMeasured', { source: progress.detail.indicator.source || progress.detail.indicator.name, day });
  }
  return progress.detail.kind === 'judged' ? t('sourceJudged', { day }) : t('source', { day });
}
