import type { DraftTarget } from '#domain/reading/promise-draft.ts';
import type { TargetKind } from '#domain/records/target.ts';

/**
 * Another kind of the same promise, with its number, unit, rhythm and names carried over: "20 procent" is a value for one
 * kind and a share for another. Nothing is dropped, so changing back gives what was there.
 */
export function changeTargetKind(target: DraftTarget, kind: TargetKind): DraftTarget {
  const next = { ...target, kind };
  if (kind === 'ratio') {
    const { value, share } = target;
    const carried = share ?? (value !== undefined && value > 0 && value <= 100 ? value / 100 : undefined);
    return { ...next, ...(carried !== undefined && { share: carried }), direction: toShareDirection(target.direction) };
  }
  if (kind === 'series') return { ...next, direction: toWay(target) };
  if (kind === 'deadline') return target.by || target.withinDays === undefined ? carryDays(next) : next;
  if (kind === 'count' || kind === 'ceiling' || kind === 'recurrence') return carryNumber(next);
  return next;
}

function carryNumber(target: DraftTarget): DraftTarget {
  const { value, share, withinDays } = target;
  if (value !== undefined) return target;
  if (share !== undefined) return { ...target, value: Math.round(share * 100) };
  return withinDays === undefined ? target : { ...target, value: withinDays };
}

const carryDays = (target: DraftTarget): DraftTarget =>
  target.by === undefined && target.value !== undefined ? { ...target, withinDays: target.value } : target;

const toShareDirection = (direction: DraftTarget['direction']) =>
  direction === 'at-most' || direction === 'down' ? 'at-most' : 'at-least';

function toWay({ kind, direction }: DraftTarget): 'up' | 'down' | 'hold' {
  if (direction === 'up' || direction === 'down' || direction === 'hold') return direction;
  return direction === 'at-most' || kind === 'ceiling' ? 'down' : 'up';
}
