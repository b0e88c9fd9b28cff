import { addDays, type Day } from '#domain/calendar/day.ts';
import type { BurnUp } from '#domain/progress/chart-points.ts';
import type { BurnUpProps } from '#ui/burn-up-props.ts';

type Drawn = Pick<BurnUpProps, 'points' | 'from' | 'to' | 'today' | 'target' | 'expected' | 'formerTargets' | 'marks'>;

/**
 * In: the engine's burn-up, a word for a change, and the same burn-up without what waits to be shared. Out: what the
 * chart draws; a change of target leaves a mark and its old line.
 */
export function toBurnUp(
  { points, asOf, changes }: BurnUp,
  changeLabel: (day: Day) => string,
  official?: BurnUp,
): Drawn {
  const from = points[0]?.date ?? asOf;
  const inForce = points.findLast((point) => point.target !== undefined);
  return {
    from,
    to: points.at(-1)?.date ?? asOf,
    today: asOf,
    target: inForce?.target ?? null,
    points: listChanges(splitPoints(points, official)),
    expected: points.flatMap(({ date, low, high }) =>
      low === undefined || high === undefined ? [] : [{ day: date, low, high }],
    ),
    formerTargets: listFormer(points, inForce?.target),
    marks: changes.map(({ date }) => ({ day: date, label: changeLabel(date) })),
  };
}

type Drawing = Drawn['points'][number];

/** Each day's figure, and how much of it waits. What has been taken back and waits is gone from both. */
function splitPoints(points: BurnUp['points'], official: BurnUp | undefined): readonly Drawing[] {
  const confirmed = new Map(official?.points.map(({ date, value }) => [date, value]));
  return points.flatMap(({ date, value }) => {
    if (value === undefined) return [];
    const solid = Math.min(value, confirmed.get(date) ?? value);
    return [{ day: date, value: solid, ...(value > solid && { waiting: value - solid }) }];
  });
}

/** The days on which the figure became another: the line is level between them. */
const listChanges = (points: readonly Drawing[]): readonly Drawing[] =>
  points.filter(
    ({ value, waiting }, index) => value !== points[index - 1]?.value || waiting !== points[index - 1]?.waiting,
  );

/** Stretches of time with another target than the one in force now. */
function listFormer(points: BurnUp['points'], now: number | undefined): NonNullable<Drawn['formerTargets']> {
  const stretches: { from: Day; to: Day; value: number }[] = [];
  for (const { date, target } of points) {
    const last = stretches.at(-1);
    if (target === undefined || target === now) continue;
    if (last?.value === target) last.to = date;
    else stretches.push({ from: date, to: date, value: target });
  }
  return stretches.map((stretch) =>
    stretch.from === stretch.to ? { ...stretch, to: addDays(stretch.to, 1) } : stretch,
  );
}
