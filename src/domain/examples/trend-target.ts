import type { TargetOf } from '#domain/records/target.ts';

/**
 * A direction that a text promises without saying from what or to what: neither baseline nor level is made up,
 * and the source stays empty unless the text names it.
 * In: up or down, what shall move, and the named source. Out: a target that waits for measurements.
 */
export const trendTarget = (direction: 'up' | 'down', name: string, source = ''): TargetOf<'series'> => ({
  kind: 'series',
  direction,
  indicator: { name, unit: '', source },
});
