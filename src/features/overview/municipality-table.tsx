import { Link } from 'react-router';
import type { Day } from '#domain/calendar/day.ts';
import type { GoalPart, GoalSplit, PromiseSplit } from '#domain/portfolio/split-goals.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Language } from '#domain/wording/locale.ts';
import { formatCount, formatOutOf } from '#domain/wording/numbers.ts';
import { paths } from '#features/paths.ts';
import { saveCsv } from '#features/save-csv.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { municipalityWords } from './municipality-messages.ts';
import styles from './overview.module.css';

interface MunicipalityTableProps {
  readonly split: PromiseSplit;
  readonly goals: readonly Goal[];
  readonly promiseId: string;
  readonly asOf: Day;
}

type Split = Extract<GoalSplit, { kind: 'split' }>;

/** A row a goal, a column a municipality in the order of the alphabet, then what cannot be told, and the whole. */
export function MunicipalityTable({ split, goals, promiseId, asOf }: MunicipalityTableProps) {
  const t = useWords(municipalityWords);
  const language = useLanguage();
  const rows = split.goals.flatMap((one) => {
    const goal = goals.find(({ id }) => id === one.goalId);
    return goal && one.kind === 'split' ? [{ goal, own: one }] : [];
  });
  const labels = [t('goal'), ...split.municipalities, t('unallocated'), t('whole')];
  const nameOf = (goal: Goal, own: Split) =>
    own.measure === 'logs' ? `${goal.shortName} (${t('inLogs')})` : goal.shortName;
  const save = () =>
    saveCsv(
      t('fileName'),
      asOf,
      labels,
      rows.map(({ goal, own }) => [nameOf(goal, own), ...listParts(own).map((part) => toCell(part, language))]),
    );
  return (
    <>
      <Table
        caption={t('caption')}
        captionHidden
        columns={labels.map((label, index) => ({ key: `${index}`, label, numeric: index > 0 }))}
        rows={rows.map(({ goal, own }) => ({
          key: goal.id,
          cells: [
            <span key="goal">
              <Link to={`${paths.goal(promiseId, goal.id)}#sa-raknar-vi`}>{goal.shortName}</Link>
              {own.measure === 'logs' && <span className={styles.quiet}> ({t('inLogs')})</span>}
            </span>,
            ...listParts(own).map((part) => formatPart(part, language)),
          ],
        }))}
      />
      <p data-screen-only>
        <Button kind="quiet" onClick={() => void save()}>
          {t('download')}
        </Button>
      </p>
    </>
  );
}

const listParts = ({ parts, unallocated, whole }: Split): readonly GoalPart[] => [...parts, unallocated, whole];

/** Where nothing was logged there is no figure: that is not the same as a 0 that somebody reported. */
function formatPart({ amount, of }: GoalPart, language: Language): string {
  if (amount === 0 && (of ?? 0) === 0) return '–';
  return of === undefined ? formatCount(amount) : formatOutOf(amount, of, language);
}

/** A number that a spreadsheet can add up; so much of so much is a text. */
const toCell = (part: GoalPart, language: Language): string | number =>
  part.of === undefined ? part.amount : formatPart(part, language);
