import type { ProgressLog } from '#domain/records/progress-log.ts';

const mostPlaces = 5;

/**
 * Places to choose among: where these activities were done lately, then where they are promised, then other recent ones.
 * In: recent logs, newest first, the chosen activities and the promised places. Out: at most five different places.
 */
export function listPlaces(
  recent: readonly Pick<ProgressLog, 'activityIds' | 'place'>[],
  activityIds: readonly string[],
  promised: readonly string[],
): readonly string[] {
  const isSame = (log: (typeof recent)[number]) => log.activityIds.some((id) => activityIds.includes(id));
  const placesOf = (logs: typeof recent) => logs.flatMap((log) => (log.place ? [log.place] : []));
  const same = placesOf(recent.filter(isSame));
  const rest = placesOf(recent.filter((log) => !isSame(log)));
  return [...new Set([...same, ...promised, ...rest])].slice(0, mostPlaces);
}
