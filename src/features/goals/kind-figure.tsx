import type { Day } from '#domain/calendar/day.ts';
import { listRhythm } from '#domain/progress/chart-points.ts';
import type { GoalDetail, GoalProgress } from '#domain/progress/goal-progress.ts';
import { splitWaiting, type WaitingPart } from '#domain/progress/waiting-part.ts';
import type { RecurrenceUnit } from '#domain/records/target.ts';
import { formatDate, formatDateWithYear, formatDay, formatPeriod } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { formatValue } from '#domain/wording/describe-target.ts';
import { formatCount, formatOutOf, formatShare } from '#domain/wording/numbers.ts';
import { formatUnitSpan } from '#domain/wording/unit-words.ts';
import { toDots } from '#features/to-dots.ts';
import { useLanguage } from '#features/use-language.ts';
import { CeilingBar } from '#ui/ceiling-bar.tsx';
import { DeadlineBar } from '#ui/deadline-bar.tsx';
import { DotMatrix } from '#ui/dot-matrix.tsx';
import { OnDemandBar } from '#ui/on-demand-bar.tsx';
import { RatioBar } from '#ui/ratio-bar.tsx';
import { RhythmStrip } from '#ui/rhythm-strip.tsx';
import { RubricLadder } from '#ui/rubric-ladder.tsx';
import { SeriesDots } from '#ui/series-dots.tsx';
import { SlotTrack } from '#ui/slot-track.tsx';
import { StepTrack } from '#ui/step-track.tsx';
import { TertialSigns } from '#ui/tertial-signs.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalView } from './build-goal-view.ts';
import { words } from './messages.ts';
import { PlaceBars } from './place-bars.tsx';

type DetailOf<K extends GoalDetail['kind']> = Extract<GoalDetail, { kind: K }>;

interface KindFigureProps {
  readonly view: GoalView;
  /** The figure as one sentence. */
  readonly label: string;
}

/** Each kind of goal is drawn as what it is. */
export function KindFigure({ view, label }: KindFigureProps) {
  const { progress } = view;
  const official = view.official?.progress;
  const split = splitWaiting(progress, official);
  const { detail } = progress;
  switch (detail.kind) {
    case 'count':
      return detail.places ? <PlaceBars places={detail.places} /> : null;
    case 'ceiling':
      return <CeilingFigure {...{ detail, progress, label, split }} />;
    case 'recurrence':
      return <RhythmFigure {...{ detail, progress, label, official }} />;
    case 'schedule':
      return <SlotFigure {...{ detail, label, official }} />;
    case 'checklist':
      return <DotMatrix label={label} members={toDots(detail, official)} />;
    case 'ratio':
      return <RatioFigure {...{ detail, progress, label, split }} />;
    case 'deadline':
      return <DeadlineFigure {...{ detail, progress, label, split }} />;
    case 'on-demand':
      return <OnDemandFigure {...{ detail, progress, label, split }} />;
    case 'milestone':
      return <StepFigure {...{ detail, label, official }} />;
    case 'series':
      return <SeriesFigure detail={detail} progress={progress} label={label} />;
    case 'judged':
      return <LadderFigure detail={detail} progress={progress} label={label} />;
    case 'ongoing':
      return <TertialFigure progress={progress} label={label} />;
  }
}

interface DetailProps<K extends GoalDetail['kind']> {
  readonly detail: DetailOf<K>;
  readonly label: string;
}
type FigureProps<K extends GoalDetail['kind']> = DetailProps<K> & { readonly progress: GoalProgress };
/** The same without what waits to be shared, where anything does. */
interface Official {
  readonly official: GoalProgress | undefined;
}
interface Split {
  readonly split: WaitingPart | undefined;
}

function CeilingFigure({ detail, progress, label, split }: FigureProps<'ceiling'> & Split) {
  const t = useWords(words);
  const language = useLanguage();
  const { pace } = progress;
  const timeText = pace
    ? t('timeText', { elapsed: formatCount(pace.elapsedDays), days: formatCount(pace.periodDays) })
    : '–';
  return (
    <div>
      <CeilingBar
        used={detail.used}
        limit={detail.limit}
        timeShare={pace?.timeShare ?? 0}
        usedText={formatOutOf(detail.used, detail.limit, language)}
        timeText={timeText}
        split={split}
        label={label}
      />
      <p>{t('reportedUnits', { reported: detail.reported, due: detail.due })}</p>
    </div>
  );
}

const roomyUnits: ReadonlySet<RecurrenceUnit> = new Set(['month', 'term', 'quarter', 'tertial', 'half-year', 'year']);

function RhythmFigure({ detail, progress, label, official }: FigureProps<'recurrence'> & Official) {
  const language = useLanguage();
  const confirmed = new Map((official ? listRhythm(official) : []).map(({ key, count }) => [key, count]));
  const cells = listRhythm(progress).map(({ key, from, to, count, state }) => ({
    key,
    label: formatUnitSpan({ from, to }, detail.per, language),
    count,
    waiting: count - (confirmed.get(key) ?? count),
    state: rhythmStates[state],
    current: state === 'running',
  }));
  return <RhythmStrip cells={cells} required={detail.times} label={label} roomy={roomyUnits.has(detail.per)} />;
}

const rhythmStates = {
  met: 'counted',
  short: 'counted',
  running: 'counted',
  cut: 'counted',
  paused: 'paused',
  coming: 'future',
} as const;

function SlotFigure({ detail, label, official }: DetailProps<'schedule'> & Official) {
  const language = useLanguage();
  const confirmed = official?.detail.kind === 'schedule' ? official.detail.slots : detail.slots;
  const kept = new Set(confirmed.filter((slot) => slot.state === 'kept').map(({ id }) => id));
  const states = { kept: 'kept', missed: 'missed', today: 'later', coming: 'later', exempt: 'exempt' } as const;
  const slots = detail.slots.map(({ id, date, name, state, exempt }) => ({
    key: id,
    label: name ? `${name}, ${formatDay(date, language)}` : formatDay(date, language),
    state: states[state],
    waiting: state === 'kept' && !kept.has(id),
    note: exempt,
  }));
  return <SlotTrack slots={slots} label={label} />;
}

function RatioFigure({ detail, progress, label, split }: FigureProps<'ratio'> & Split) {
  const t = useWords(words);
  const share = formatShare(detail.required);
  return (
    <RatioBar
      numerator={detail.part}
      denominator={detail.whole}
      threshold={detail.required}
      valueText={describeFigure(progress, useLanguage())}
      split={split}
      thresholdText={t(detail.direction === 'at-least' ? 'atLeast' : 'atMost', { share })}
      label={label}
    />
  );
}

function DeadlineFigure({ detail, progress, label, split }: FigureProps<'deadline'> & Split) {
  const t = useWords(words);
  const language = useLanguage();
  const { by, withinDays = 0, inTime, handled } = detail;
  return (
    <DeadlineBar
      inTime={inTime}
      late={handled - inTime}
      required={detail.requiredShare}
      split={split}
      valueText={describeFigure(progress, language)}
      limitText={
        by === undefined ? t('withinDays', { days: withinDays }) : t('byDay', { day: formatDateWithYear(by, language) })
      }
      label={label}
    />
  );
}

function OnDemandFigure({ detail, progress, label, split }: FigureProps<'on-demand'> & Split) {
  const valueText = describeFigure(progress, useLanguage());
  const { handled, received } = detail;
  return <OnDemandBar {...{ handled, received, valueText, split, label }} />;
}

function StepFigure({ detail, label, official }: DetailProps<'milestone'> & Official) {
  const t = useWords(words);
  const language = useLanguage();
  const current = detail.steps.findIndex(({ state }) => state === 'open' || state === 'late');
  const confirmed = official?.detail.kind === 'milestone' ? official.detail.steps : detail.steps;
  const steps = detail.steps.map(({ id, name, dueOn, state }, index) => {
    const next = index === current ? ('current' as const) : ('ahead' as const);
    return {
      key: id,
      label: name,
      state: state === 'open' ? next : state,
      waiting: isReached(state) && !confirmed.some((step) => step.id === id && isReached(step.state)),
      dayText: dueOn && t('dueOn', { day: formatDate(dueOn, language) }),
    };
  });
  return <StepTrack steps={steps} label={label} />;
}

const isReached = (state: DetailOf<'milestone'>['steps'][number]['state']): boolean =>
  state === 'reached' || state === 'effort';

function SeriesFigure({ detail, progress, label }: FigureProps<'series'>) {
  const t = useWords(words);
  const language = useLanguage();
  const { points, nextMeasurementOn, indicator } = detail;
  const days = [...points.map(({ date }) => date), progress.period?.from, progress.period?.to, progress.asOf];
  const known = days.filter((day) => day !== undefined).toSorted();
  return (
    <SeriesDots
      points={points.map(({ measurementId, date, value, preliminary }) => ({
        key: measurementId,
        day: date,
        value,
        preliminary,
      }))}
      from={known[0] ?? progress.asOf}
      to={known.at(-1) ?? progress.asOf}
      baseline={detail.baseline ?? null}
      level={detail.level ?? null}
      band={detail.band ?? null}
      formatValue={(value) => formatValue(value, indicator.unit.length <= 2 ? indicator.unit : '')}
      note={nextMeasurementOn && t('nextMeasurement', { day: formatDay(nextMeasurementOn, language, progress.asOf) })}
      label={label}
    />
  );
}

function LadderFigure({ detail, progress, label }: FigureProps<'judged'>) {
  const rubric = progress.target.kind === 'judged' ? progress.target.rubric : [];
  const levels = detail.rubric.map(({ id, name }) => ({
    key: id,
    label: name,
    description: rubric.find((level) => level.id === id)?.description,
  }));
  return (
    <RubricLadder levels={levels} agreed={detail.agreedLevelId} signed={detail.latest?.levelId ?? null} label={label} />
  );
}

function TertialFigure({ progress, label }: Omit<FigureProps<'ongoing'>, 'detail'>) {
  const language = useLanguage();
  const tertials = listRhythm(progress).map(({ key, from, to, count }) => ({
    key,
    label: `${key} · ${formatPeriod({ from, to }, language)}`,
    count,
    state: findTime(from, to, progress.asOf),
  }));
  return <TertialSigns tertials={tertials} label={label} />;
}

function findTime(from: Day, to: Day, asOf: Day): 'past' | 'running' | 'future' {
  if (to < asOf) return 'past';
  return from > asOf ? 'future' : 'running';
}
