import type { GoalProgress } from '#domain/progress/goal-progress.ts';
import { readFigure } from '#domain/progress/read-figure.ts';
import { splitWaiting, type WaitingPart } from '#domain/progress/waiting-part.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { View } from '#domain/wording/describe-outcome.ts';
import { describeStanding } from '#domain/wording/standing-sentences.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { describeWaiting } from '#domain/wording/waiting-words.ts';
import { BulletBar } from '#ui/bullet-bar.tsx';
import { CellRow } from '#ui/cell-row.tsx';
import { DotMatrix } from '#ui/dot-matrix.tsx';
import { SeriesSpark } from '#ui/series-spark.tsx';
import { splitBar } from '#ui/split-bar.ts';
import { TrackBar } from '#ui/track-bar.tsx';
import { toDots } from './to-dots.ts';
import { toRowCells } from './to-row-cells.ts';
import { useLanguage } from './use-language.ts';

interface SmallFigureProps {
  readonly goal: Goal;
  readonly progress: GoalProgress;
  readonly view: View;
  /** The same without what waits to be shared, where anything does. */
  readonly official?: GoalProgress | undefined;
}

/** More dots than this do not fit a line. */
const mostDots = 16;

/** The figure that fits the kind of goal, small enough for a line. Ongoing work has only its plain count. */
export function SmallFigure({ goal, progress, view, official }: SmallFigureProps) {
  const language = useLanguage();
  const { detail } = progress;
  const waiting = splitWaiting(progress, official);
  if (view === 'masked' || detail.kind === 'ongoing' || progress.disposed) return null;
  const standing = describeStanding(goal, progress, language, view);
  const label = [standing, describeWaiting(progress, official, language)].filter(Boolean).join(' ');
  const cells = toRowCells(progress, official);
  if (cells) return <CellRow cells={cells} label={label} />;
  if (detail.kind === 'checklist' && detail.members.length <= mostDots) {
    return <DotMatrix compact members={toDots(detail, official)} label={label} />;
  }
  if (detail.kind === 'series') return <SmallSeries progress={progress} label={label} />;
  return <SmallShare progress={progress} label={label} waiting={waiting} />;
}

interface LabelledProps {
  readonly progress: GoalProgress;
  readonly label: string;
  readonly waiting?: WaitingPart | undefined;
}

function SmallSeries({ progress: { detail, period }, label }: LabelledProps) {
  if (detail.kind !== 'series') return null;
  const days = detail.points.map(({ date }) => date);
  const points = detail.points.map(({ measurementId, date, value, preliminary }) => ({
    key: measurementId,
    day: date,
    value,
    preliminary,
  }));
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const from = period && period.from < (first || period.from) ? period.from : first;
  const to = period && period.to > last ? period.to : last;
  if (points.length === 0 && detail.baseline === undefined) return null;
  const { level, band, baseline } = detail;
  return <SeriesSpark {...{ points, from, to, level, band, baseline, label }} />;
}

function SmallBullet({ progress, label, waiting }: LabelledProps) {
  const language = useLanguage();
  const { value, target } = readFigure(progress.detail);
  if (value === undefined || target === undefined) return null;
  const { tone } = statusWords(progress.status, language);
  return (
    <BulletBar
      {...{ label, tone, target }}
      value={waiting?.solid ?? value}
      waiting={waiting?.waiting}
      expected={progress.pace?.exact ?? null}
    />
  );
}

/** Shares of a whole: a bar with the share that is asked for. */
function SmallShare({ progress, label, waiting }: LabelledProps) {
  const { detail, pace } = progress;
  switch (detail.kind) {
    case 'ceiling':
      return (
        <TrackBar
          label={label}
          parts={[
            {
              key: 'used',
              share: detail.usedShare ?? Number(detail.used > 0),
              look: detail.used > detail.limit ? 'late' : 'value',
            },
          ]}
          tick={1}
          mark={pace?.timeShare ?? null}
        />
      );
    case 'ratio':
      return <TrackBar label={label} parts={splitBar(detail.share ?? 0, 1, waiting)} tick={detail.required} />;
    case 'deadline':
    case 'on-demand': {
      const { value = 0, target = 0 } = readFigure(detail);
      return (
        <TrackBar
          label={label}
          parts={splitBar(value, target, waiting)}
          tick={detail.kind === 'deadline' ? detail.requiredShare : 1}
        />
      );
    }
    default:
      return <SmallBullet progress={progress} label={label} waiting={waiting} />;
  }
}
