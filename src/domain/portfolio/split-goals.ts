/** A promise that several municipalities share, taken apart by them. The parts and what cannot be told are always the whole. */
import { contribute, type StandingLog } from '#domain/progress/contribution.ts';
import { counters } from '#domain/progress/counters.ts';
import type { CountingContext } from '#domain/progress/counting-plan.ts';
import { emptyTally, increase, sumTallies, type Tally, type TallySheet } from '#domain/progress/tally.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { TargetKind } from '#domain/records/target.ts';
import { type AllocationBasis, createAllocator, listMunicipalities, type UnallocatedReason } from './allocate-log.ts';

/** How a part is told: an amount of the goal's own unit, so much of so much, or pieces of work that count for it. */
export type PartMeasure = 'amount' | 'share' | 'logs';

export interface GoalPart {
  readonly amount: number;
  /** Of so many, for a share. */
  readonly of?: number | undefined;
}

export type GoalSplit =
  | {
      readonly kind: 'split';
      readonly goalId: string;
      readonly measure: PartMeasure;
      /** By municipality, in the order of the alphabet. */
      readonly parts: readonly GoalPart[];
      readonly unallocated: GoalPart;
      readonly whole: GoalPart;
    }
  /** `people`: parts of small numbers about people would tell of single ones. `no-logs`: it is measured or judged. */
  | { readonly kind: 'whole-only'; readonly goalId: string; readonly reason: 'people' | 'no-logs' };

export interface PromiseSplit {
  readonly municipalities: readonly string[];
  readonly goals: readonly GoalSplit[];
  /** Pieces of work that count for a goal that is split, each once, by what told where they belong. */
  readonly bases: Readonly<Record<AllocationBasis | UnallocatedReason, number>>;
  /** Those that cannot be told, in the order they were given. */
  readonly unallocated: readonly StandingLog[];
}

const measures: Readonly<Record<TargetKind, PartMeasure | undefined>> = {
  count: 'amount',
  ceiling: 'amount',
  recurrence: 'amount',
  ongoing: 'amount',
  ratio: 'share',
  deadline: 'share',
  'on-demand': 'share',
  // One member or occasion may be reached by work in several places: what adds up is the work.
  schedule: 'logs',
  checklist: 'logs',
  milestone: 'logs',
  series: undefined,
  judged: undefined,
};

/** In: one context a goal, all of one promise, and every log of their activities. Out: each goal's parts, counted by the rules of its whole. */
export function splitGoals(contexts: readonly CountingContext[], logs: readonly StandingLog[]): PromiseSplit {
  const promise = contexts[0]?.promise ?? { municipalities: [], parties: [] };
  const municipalities = listMunicipalities(promise);
  const allocate = createAllocator(promise);
  const bases = { stated: 0, party: 0, place: 0, 'nothing-says': 0, several: 0 };
  const unallocated: StandingLog[] = [];
  const sheets = contexts
    .filter(({ goal }) => findReason(goal) === undefined)
    .map((context) => ({ context, byPart: new Map<string, TallySheet>() }));
  for (const log of logs) {
    const allocation = allocate(log);
    if (!countLog(sheets, log, allocation.kind === 'municipality' ? allocation.name : noPart)) continue;
    bases[allocation.kind === 'municipality' ? allocation.basis : allocation.reason] += 1;
    if (allocation.kind === 'unallocated') unallocated.push(log);
  }
  const tallies = new Map(sheets.map(({ context, byPart }) => [context.goal.id, byPart]));
  return {
    municipalities,
    goals: contexts.map(({ goal }) => toSplit(goal, municipalities, tallies.get(goal.id) ?? new Map())),
    bases,
    unallocated,
  };
}

/** No municipality has this name. */
const noPart = '';

interface PartSheets {
  readonly context: CountingContext;
  readonly byPart: Map<string, TallySheet>;
}

/** Whether the log counts for any goal. */
function countLog(sheets: readonly PartSheets[], log: StandingLog, part: string): boolean {
  let counts = false;
  for (const { context, byPart } of sheets) {
    const contribution = contribute(context, log);
    if (contribution.kind === 'excluded') continue;
    counts = true;
    addTo(byPart, part, contribution.tally);
  }
  return counts;
}

function addTo(sheets: Map<string, TallySheet>, part: string, tally: Tally): void {
  const sheet = sheets.get(part) ?? {};
  for (const counter in tally) increase(sheet, counter, tally[counter] ?? 0);
  sheets.set(part, sheet);
}

function findReason(goal: Goal): 'people' | 'no-logs' | undefined {
  if (goal.personRelated) return 'people';
  return measures[goal.target.kind] === undefined ? 'no-logs' : undefined;
}

function toSplit(goal: Goal, names: readonly string[], tallies: ReadonlyMap<string, Tally>): GoalSplit {
  const measure = measures[goal.target.kind];
  const reason = findReason(goal);
  if (reason !== undefined || measure === undefined) {
    return { kind: 'whole-only', goalId: goal.id, reason: reason ?? 'no-logs' };
  }
  const read = (tally: Tally): GoalPart => readPart(measure, goal, tally);
  return {
    kind: 'split',
    goalId: goal.id,
    measure: isByDate(goal) ? 'logs' : measure,
    parts: names.map((name) => read(tallies.get(name) ?? emptyTally)),
    unallocated: read(tallies.get(noPart) ?? emptyTally),
    whole: read(sumTallies(tallies.values())),
  };
}

/** Handed over by a day it is one thing, done once for all. */
const isByDate = ({ target }: Goal): boolean => target.kind === 'deadline' && target.by !== undefined;

function readPart(measure: PartMeasure, goal: Goal, tally: Tally): GoalPart {
  if (measure === 'logs' || isByDate(goal)) return { amount: tally[counters.events] ?? 0 };
  const amount = tally[counters.sum] ?? 0;
  return measure === 'share' ? { amount, of: tally[counters.whole] ?? 0 } : { amount };
}
