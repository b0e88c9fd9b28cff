import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import { describeFigure, describeMasked, type View } from '#domain/wording/describe-outcome.ts';
import type { Language } from '#domain/wording/locale.ts';
import { partyKindWord } from '#domain/wording/record-words.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { describeWaiting } from '#domain/wording/waiting-words.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import styles from './goal-row.module.css';
import { paths } from './paths.ts';
import { SmallFigure } from './small-figure.tsx';
import { useLanguage } from './use-language.ts';

export interface GoalRowProps {
  readonly goal: Goal;
  readonly progress: GoalProgress;
  readonly promise: CitizenPromise;
  readonly view: View;
  /** The same without what waits to be shared, where anything does. */
  readonly official?: GoalProgress | undefined;
  /** In place of the outcome, such as when a goal in words was last judged. */
  readonly outcome?: string | undefined;
}

export function GoalRows({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

/**
 * One goal in one line: name, figure, outcome, status, party. Name and figure lead to the goal and to how it is counted.
 * A live page computes every goal anew after each save; only the rows whose figures changed are drawn again.
 */
export const GoalRow = memo(PlainGoalRow, isSameJson);

function PlainGoalRow({ goal, progress, official, promise, view, outcome }: GoalRowProps) {
  const language = useLanguage();
  const { word, tone, sign } = statusWords(progress.status, language);
  const href = paths.goal(promise.id, goal.id);
  const isGuarded = goal.personRelated && view === 'full';
  const waiting = view === 'masked' ? undefined : describeWaiting(progress, official, language);
  return (
    <li className={styles.row} data-keep-together>
      <span className={styles.name}>
        <Link to={href}>{goal.shortName}</Link>
      </span>
      <span className={styles.figure} data-screen-only={isGuarded || undefined}>
        <SmallFigure goal={goal} progress={progress} view={view} official={official} />
      </span>
      <span className={styles.outcome}>
        <Link to={`${href}#sa-raknar-vi`} data-screen-only={isGuarded || undefined}>
          {outcome ?? describeFigure(progress, language, view)}
        </Link>
        {waiting && <span className={styles.waiting}>{waiting}</span>}
        {/* Paper is read by others: of goals about people it says only whether they are reached. */}
        {isGuarded && <span className={styles.printed}>{describeMasked(progress, language)}</span>}
      </span>
      <span className={styles.status}>
        <StatusMark word={word} tone={tone} sign={sign} />
      </span>
      <span className={styles.party}>{nameKinds(goal, promise, language)}</span>
    </li>
  );
}

/** Short names of the owners, since a row has little room: "Polis", "Polis, Skola". */
function nameKinds({ ownerPartyIds }: Goal, { parties }: CitizenPromise, language: Language): string {
  const kinds = parties.filter(({ id }) => ownerPartyIds.includes(id)).map(({ kind }) => partyKindWord(kind, language));
  return [...new Set(kinds)].join(', ');
}
