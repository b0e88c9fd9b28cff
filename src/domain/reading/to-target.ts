/** From the number of a text to a target that can be followed. What the text lacks is never made up. */
import type { Period } from '#domain/calendar/period.ts';
import { listSlotDays } from '#domain/calendar/slot-rule.ts';
import type { Target, TargetKind } from '#domain/records/target.ts';
import type { DraftTarget } from './promise-draft.ts';
import { readSlotRule } from './read-slot-rule.ts';
import { toRhythm } from './to-rhythm.ts';
import { cutBetweenWords, toShortName } from './to-short-name.ts';

export interface TargetTools {
  readonly newId: () => string;
  /** The promise's dates, when they are known: fixed occasions need them. */
  readonly period: Period | undefined;
  /** What the goal says: names what is measured or delivered where the target does not. */
  readonly text: string;
}

/** More occasions than this make a rhythm, not a list of days that somebody looks after. */
const mostSlots = 370;
const defaultUnit = 'insatser';

export type MissingPart = 'value' | 'per' | 'share' | 'time' | 'members';

/** In: a target of a draft. Out: the part that its kind cannot do without and that is missing, or undefined. */
export function findMissing(target: DraftTarget): MissingPart | undefined {
  const need = needs[target.kind];
  return need && !need.isThere(target) ? need.part : undefined;
}

interface Need {
  readonly part: MissingPart;
  readonly isThere: (target: DraftTarget) => boolean;
}

const number: Need = { part: 'value', isThere: ({ value }) => isWhole(value) };
const needs: Readonly<Partial<Record<TargetKind, Need>>> = {
  count: number,
  ceiling: number,
  recurrence: { part: 'per', isThere: ({ per }) => per !== undefined },
  schedule: {
    part: 'per',
    isThere: ({ per, rule = '' }) => per !== undefined || readSlotRule(rule) !== undefined,
  },
  ratio: { part: 'share', isThere: ({ share = 0 }) => share > 0 && share <= 1 },
  deadline: { part: 'time', isThere: ({ by, withinDays }) => Boolean(by) || withinDays !== undefined },
  checklist: { part: 'members', isThere: ({ members }) => listNames(members).length > 0 },
};

const isWhole = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0;

/**
 * In: a target as the text says it. Out: a valid target of the same kind; where the kind lacks what it cannot do without,
 * the work is followed as ongoing until somebody fills it in, and the goal's text still says what was promised.
 */
export function toTarget(target: DraftTarget, tools: TargetTools): Target {
  const unit = toUnitName(target.unit);
  if (findMissing(target)) return { kind: 'ongoing', unit };
  return makers[target.kind]({ ...target, unit }, tools);
}

const listNames = (members: readonly string[] = []): readonly string[] => members.flatMap((name) => name.trim() || []);

export const toUnitName = (unit: string | undefined): string => cutBetweenWords(unit?.trim() || defaultUnit, 60);

type Maker = (target: DraftTarget & { readonly unit: string }, tools: TargetTools) => Target;

const makers: Readonly<Record<TargetKind, Maker>> = {
  count: ({ value = 0, unit, exact, distinctPersons, perPlace = [] }) =>
    value === 0
      ? { kind: 'ceiling', value: 0, unit, reportEvery: 'month' }
      : {
          kind: 'count',
          value,
          unit,
          ...(distinctPersons && { distinctPersons }),
          ...(perPlace.length > 0 && { perPlace: perPlace.map((place) => cutBetweenWords(place, 80)) }),
          ...(exact && { exact }),
        },
  ceiling: ({ value = 0, unit }) => ({ kind: 'ceiling', value, unit, reportEvery: 'month' }),
  recurrence: (target) => toRecurrence(target),
  schedule: (target, tools) => toSchedule(target, tools),
  checklist: ({ members }, { newId }) => ({
    kind: 'checklist',
    members: listNames(members).map((name) => ({ id: newId(), name: cutBetweenWords(name, 120) })),
  }),
  ratio: ({ share = 1, direction, unit }) => ({
    kind: 'ratio',
    share,
    direction: direction === 'at-most' || direction === 'down' ? 'at-most' : 'at-least',
    unit,
  }),
  deadline: ({ by, withinDays = 0, share, unit }) => ({
    kind: 'deadline',
    // One of the two: a day is the firmer promise.
    ...(by ? { by } : { withinDays: Math.max(0, Math.round(withinDays)) }),
    ...(share !== undefined && share > 0 && share < 1 && { requiredShare: share }),
    unit,
  }),
  'on-demand': ({ unit }) => ({ kind: 'on-demand', unit }),
  milestone: ({ members, by }, { newId, text }) => {
    const named = listNames(members);
    const names = named.length > 0 ? named : [toShortName(text)];
    return {
      kind: 'milestone',
      steps: names.map((name, index) => ({
        id: newId(),
        name: cutBetweenWords(name, 120),
        ...(by && index === names.length - 1 && { dueOn: by }),
      })),
    };
  },
  series: (target, tools) => toSeries(target, tools),
  judged: (_target, { newId }) => toLadder(newId),
  ongoing: ({ unit }) => ({ kind: 'ongoing', unit }),
};

function toRecurrence({ value, per = 'month', everyNth = 1, reading = 'each', unit }: Parameters<Maker>[0]): Target {
  const times = Math.max(1, Math.floor(value ?? 1));
  return toRhythm({ times, per, everyNth, reading, unit });
}

/** Days where weekday and period are known; else the rhythm that the rule means. */
function toSchedule(target: Parameters<Maker>[0], { newId, period }: TargetTools): Target {
  const words = target.rule ?? '';
  const rule = readSlotRule(words);
  const days = rule && period ? listSlotDays(rule, period) : [];
  if (days.length > 0 && days.length <= mostSlots) {
    return {
      kind: 'schedule',
      rule: cutBetweenWords(words, 200),
      slots: days.map((date) => ({ id: newId(), date })),
    };
  }
  const per = target.per ?? (rule?.every === 'month' ? 'month' : 'week');
  const everyNth = target.everyNth ?? (rule?.every === 'week' ? rule.interval : 1);
  return toRecurrence({ ...target, per, everyNth });
}

/** A direction waits for measurements: neither baseline nor level is made up, and a change in per cent is no level. */
function toSeries({ direction, unit, baseline }: Parameters<Maker>[0], { text }: TargetTools): Target {
  const name = unit === defaultUnit ? toShortName(text) : unit;
  return {
    kind: 'series',
    direction: direction === 'up' || direction === 'hold' || direction === 'down' ? direction : toWay(direction),
    indicator: { name: cutBetweenWords(name, 120), unit: '', source: baseline ? cutBetweenWords(baseline, 200) : '' },
  };
}

const toWay = (direction: DraftTarget['direction']): 'up' | 'down' => (direction === 'at-most' ? 'down' : 'up');

/** The plainest ladder, for the parties to word: a promise in words rarely says what would be enough. */
function toLadder(newId: () => string): Target {
  const rubric = ['Inte nått', 'Delvis nått', 'Nått'].map((name) => ({ id: newId(), name }));
  return { kind: 'judged', rubric, agreedLevelId: rubric[2]?.id ?? '', evidenceKinds: [] };
}
