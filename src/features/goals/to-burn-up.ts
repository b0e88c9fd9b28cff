import { addDays, type Day } from '#domain/calendar/day.ts';
import type { BurnUp } from '#domain/progress/chart-points.ts';
import type { BurnUpProps } from '#ui/burn-up-props.ts';

type Drawn = Pick<BurnUpProps, 'points' | 'from' | 'to' | 'today' | 'target' | 'expected' | 'formerTargets' | 'marks'>;

/** In: the engine's burn-up and a word for a change. Out: what the chart draws; a change of target leaves a mark and its old line. */
export function toBurnUp({ points, asOf, changes }: BurnUp, changeLabel: (day: Day) => string): Drawn {
  const from = points[0]?.date ?? asOf;
  const inForce = points.findLast((point) => point.target !== undefined);
  return {
    from,
    to: points.at(-1)?.date ?? asOf,
    today: asOf,
    target: inForce?.target ?? null,
    points: listChanges(points),
    expected: points.flatMap(({ date, low, high }) =>
      low === undefined || high === undefined ? [] : [{ day: date, low, high }],
    ),
    formerTargets: listFormer(points, inForce?.target),
    marks: changes.map(({ date }) => ({ day: date, label: changeLabel(date) })),
  };
}

/** The days on which the figure became another: the line is level between them. */
const listChanges = (points: BurnUp['points']): Drawn['points'] =>
  points.flatMap(({ date, value }, index) =>
    value === undefined || value === points[index - 1]?.value ? [] : [{ day: date, value }],
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
