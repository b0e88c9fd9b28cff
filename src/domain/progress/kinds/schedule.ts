import { slotCounter, slotDayCounter } from '#domain/progress/counters.ts';
import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import { toDatedPace } from '#domain/progress/pace.ts';
import { increase, type Tally } from '#domain/progress/tally.ts';
import type { TargetOf } from '#domain/records/target.ts';
import type { KindRules } from './kind-rules.ts';
import { listReached } from './named-items.ts';

type Slot = TargetOf<'schedule'>['slots'][number];

/** Fasta tillfällen: kept by a log that names the slot (a moved occasion), or else by one on its day. */
export const scheduleRules: KindRules<'schedule'> = {
  count(target, { plan, log, sheet }) {
    const slots = new Set(target.slots.map((slot) => slot.id));
    const named = listReached(log, plan.goal.id, (id, effort) => slots.has(id) && !effort);
    for (const id of named.keys()) increase(sheet, slotCounter(id), 1);
    if (named.size > 0) return { amount: named.size };
    if (!target.slots.some((slot) => slot.date === log.date)) return 'other-item';
    increase(sheet, slotDayCounter(log.date), 1);
    return { amount: 1 };
  },

  measure({ target, tally, asOf, frame }) {
    const kept = findKept(target.slots, tally);
    const slots = target.slots.map((slot) => ({
      id: slot.id,
      date: slot.date,
      name: slot.name,
      state: stateOf(slot, kept.has(slot.id), asOf),
      exempt: slot.exempt,
    }));
    const asked = slots.filter((slot) => slot.state !== 'exempt');
    const keptCount = asked.filter((slot) => slot.state === 'kept').length;
    const missed = asked.filter((slot) => slot.state === 'missed').length;
    const due = keptCount + missed;
    return {
      detail: { kind: 'schedule', kept: keptCount, due, slots },
      attainment: due === 0 ? undefined : keptCount / due,
      standing: {
        settled: settle(keptCount, asked.length),
        // A missed date is a fact, however early in the period it is.
        running: missed > 0 ? 'behind' : judgeStart(keptCount),
        ended: 'not-met',
      },
      pace: frame && toDatedPace(asked.filter((slot) => slot.date < asOf).length, frame),
    };
  },
};

/** Logs that name no slot keep as many of their day's slots as there are logs, those not named by others first. */
function findKept(slots: readonly Slot[], tally: Tally): ReadonlySet<string> {
  const kept = new Set(slots.filter((slot) => tally[slotCounter(slot.id)]).map((slot) => slot.id));
  const spare = new Map<string, number>();
  for (const slot of slots) {
    if (kept.has(slot.id)) continue;
    const left = spare.get(slot.date) ?? tally[slotDayCounter(slot.date)] ?? 0;
    if (left > 0) kept.add(slot.id);
    spare.set(slot.date, Math.max(0, left - 1));
  }
  return kept;
}

function stateOf(slot: Slot, kept: boolean, asOf: string): 'kept' | 'missed' | 'today' | 'coming' | 'exempt' {
  if (slot.exempt !== undefined) return 'exempt';
  if (kept) return 'kept';
  if (slot.date === asOf) return 'today';
  return slot.date < asOf ? 'missed' : 'coming';
}

function settle(kept: number, asked: number): RunningStatus | undefined {
  if (asked === 0) return 'no-data';
  return kept === asked ? 'met' : undefined;
}

const judgeStart = (kept: number): RunningStatus => (kept > 0 ? 'on-pace' : 'not-started');
