import { formatCount } from '#domain/wording/numbers.ts';
import { useWords } from '#ui/words.ts';
import { outcomeWords } from './outcome-messages.ts';
import type { Checked } from './run-check.ts';

/** Which rows of the table do not come, and why. */
export function LeftOut({ checked }: { readonly checked: Checked }) {
  const t = useWords(outcomeWords);
  const taken = new Set(checked.ready.map(({ row }) => row));
  const countOf = (rows: readonly number[]) => rows.filter((row) => !taken.has(row)).length;
  const reasons = [
    ['leftProblems', countOf(checked.problemRows)],
    ['leftAsked', countOf(checked.askedRows)],
    ['leftNames', checked.kind === 'logs' ? countOf(checked.leftOut) : 0],
    ['leftOutside', checked.kind === 'logs' ? countOf(checked.outside) : 0],
    ['leftExists', countOf(checked.exists)],
    ['leftTwice', countOf(checked.twice)],
  ] as const;
  const left = checked.rows - taken.size;
  if (left === 0) return null;
  return (
    <div>
      <p>{t('leftOut', { rows: formatCount(checked.rows), count: formatCount(left) })}</p>
      <ul>
        {reasons
          .filter(([, count]) => count > 0)
          .map(([reason, count]) => (
            <li key={reason}>{t(reason, { count: formatCount(count) })}</li>
          ))}
      </ul>
    </div>
  );
}
