import type { StandingLog } from '#domain/progress/contribution.ts';

/**
 * In: a log, the goal's id, and which items it has. Out: the items of this goal that the log reaches, each once,
 * with whether it is an effort that counts as reached.
 */
export function listReached(
  log: StandingLog,
  goalId: string,
  isItem: (itemId: string, effort: boolean) => boolean,
): ReadonlyMap<string, 'reached' | 'effort'> {
  const reached = new Map<string, 'reached' | 'effort'>();
  for (const item of log.reached ?? []) {
    const effort = item.effort !== undefined;
    if (item.goalId !== goalId || !isItem(item.itemId, effort)) continue;
    if (!effort || !reached.has(item.itemId)) reached.set(item.itemId, effort ? 'effort' : 'reached');
  }
  return reached;
}
