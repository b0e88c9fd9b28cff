/** The twelve kinds of target (model section 3). A target that cannot be is refused with an issue that names the better kind. */
import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, requiredText, textOf } from './fields.ts';

export const recurrenceUnits = ['day', 'week', 'month', 'term', 'quarter', 'tertial', 'half-year', 'year'] as const;
export type RecurrenceUnit = (typeof recurrenceUnits)[number];

const unitSchema = requiredText(60);
const shareSchema = z.number('not-a-number').check(z.gt(0, 'too-small'), z.lte(1, 'too-large'));

/** Antal, minst. A minimum of 0 is no undertaking: the refusal offers `ceiling` 0. */
const countTarget = z.object({
  kind: z.literal('count'),
  value: z.number('not-a-number').check(z.int('not-whole'), z.gt(0, 'count-of-zero')),
  unit: unitSchema,
  /** Counts people new during the promise (yes / no / unsure) without identifying them. */
  distinctPersons: z.optional(z.boolean()),
  /** The value is to be reached at each of these places. */
  perPlace: z.optional(z.array(requiredText(80))),
  /** Any of the feeding methods counts. */
  anyOf: z.optional(z.boolean()),
  /** Only where the text says exactly. */
  exact: z.optional(z.boolean()),
});

/** Antal, högst. `reportEvery` is the unit in which reporting must be complete for the ceiling to be proven. */
const ceilingTarget = z.object({
  kind: z.literal('ceiling'),
  value: countSchema,
  unit: unitSchema,
  reportEvery: z.enum(['week', 'month', 'quarter', 'tertial']),
});

/** Återkommande: `times` per `per`, read strictly (each unit) or on average. */
const recurrenceTarget = z.object({
  kind: z.literal('recurrence'),
  times: z.number('not-a-number').check(z.int('not-whole'), z.gte(1, 'too-small')),
  per: z.enum(recurrenceUnits),
  reading: z.enum(['each', 'average']),
  unit: unitSchema,
});

/** Fasta tillfällen. A slot is kept by a done log on its day, or by a log that names the slot (a moved occasion). */
const scheduleTarget = z.object({
  kind: z.literal('schedule'),
  rule: z.optional(textOf(200)),
  slots: z
    .array(
      z.object({ id: idSchema, date: daySchema, name: z.optional(textOf(80)), exempt: z.optional(requiredText(200)) }),
    )
    .check(z.minLength(1, 'slots-needed')),
});

/** Alla av …: named members, of which `requiredShare` (default all) are to be ticked. */
const checklistTarget = z.object({
  kind: z.literal('checklist'),
  members: z.array(z.object({ id: idSchema, name: requiredText(120) })).check(z.minLength(1, 'members-needed')),
  requiredShare: z.optional(shareSchema),
});

/** Andel: pooled part ÷ whole from the feeds' roles. */
const ratioTarget = z.object({
  kind: z.literal('ratio'),
  share: shareSchema,
  direction: z.enum(['at-least', 'at-most']),
  minDenominator: z.optional(countSchema),
  unit: unitSchema,
});

/** Inom viss tid: by a date, or within so many days of each event. */
const deadlineTarget = z
  .object({
    kind: z.literal('deadline'),
    by: z.optional(daySchema),
    withinDays: z.optional(countSchema),
    requiredShare: z.optional(shareSchema),
    unit: unitSchema,
  })
  .check(
    z.refine((target) => (target.by === undefined) !== (target.withinDays === undefined), {
      error: 'date-or-days',
      path: ['by'],
    }),
  );

/** Vid behov: handled of received. */
const onDemandTarget = z.object({ kind: z.literal('on-demand'), unit: unitSchema });

/** Leverans, steg: ordered steps, the last one is the delivery. */
const milestoneTarget = z.object({
  kind: z.literal('milestone'),
  steps: z
    .array(
      z.object({
        id: idSchema,
        name: requiredText(120),
        dueOn: z.optional(daySchema),
        /** "Utrett, ej möjligt" with a reason counts as reached. */
        allowsEffort: z.optional(z.boolean()),
      }),
    )
    .check(z.minLength(1, 'steps-needed')),
});

/** Utveckling: an indicator from a baseline towards a level, or held inside a band. */
const seriesTarget = z
  .object({
    kind: z.literal('series'),
    direction: z.enum(['up', 'down', 'hold']),
    indicator: z.object({ name: requiredText(120), unit: textOf(40), source: textOf(200) }),
    baseline: z.optional(z.object({ value: z.number('not-a-number'), date: z.optional(daySchema) })),
    level: z.optional(z.number('not-a-number')),
    band: z.optional(z.object({ low: z.number('not-a-number'), high: z.number('not-a-number') })),
    nextMeasurementOn: z.optional(daySchema),
  })
  .check(
    z.refine(
      (target) => target.direction === 'hold' || target.level === undefined || target.baseline?.value !== target.level,
      { error: 'baseline-equals-level', path: ['level'] },
    ),
    z.refine(
      (target) => {
        if (target.direction === 'hold' || target.level === undefined || target.baseline === undefined) return true;
        return target.direction === 'up'
          ? target.level >= target.baseline.value
          : target.level <= target.baseline.value;
      },
      { error: 'level-against-direction', path: ['level'] },
    ),
    z.refine((target) => target.band === undefined || target.band.low <= target.band.high, {
      error: 'band-reversed',
      path: ['band'],
    }),
  );

/** Bedöms i ord: a ladder agreed beforehand, lowest first. */
const judgedTarget = z
  .object({
    kind: z.literal('judged'),
    rubric: z
      .array(z.object({ id: idSchema, name: requiredText(80), description: z.optional(textOf(400)) }))
      .check(z.minLength(2, 'levels-needed')),
    agreedLevelId: idSchema,
    evidenceKinds: z.array(requiredText(80)),
  })
  .check(
    z.refine((target) => target.rubric.some((level) => level.id === target.agreedLevelId), {
      error: 'agreed-level-unknown',
      path: ['agreedLevelId'],
    }),
  );

/** Löpande: a sign of life per tertial, a plain count, never a percentage. */
const ongoingTarget = z.object({ kind: z.literal('ongoing'), unit: unitSchema });

export const targetSchema = z.discriminatedUnion('kind', [
  countTarget,
  ceilingTarget,
  recurrenceTarget,
  scheduleTarget,
  checklistTarget,
  ratioTarget,
  deadlineTarget,
  onDemandTarget,
  milestoneTarget,
  seriesTarget,
  judgedTarget,
  ongoingTarget,
]);

export type Target = z.infer<typeof targetSchema>;
export type TargetKind = Target['kind'];
export type TargetOf<K extends TargetKind> = Extract<Target, { kind: K }>;

export const targetKinds = [
  'count',
  'ceiling',
  'recurrence',
  'schedule',
  'checklist',
  'ratio',
  'deadline',
  'on-demand',
  'milestone',
  'series',
  'judged',
  'ongoing',
] as const satisfies readonly TargetKind[];

/** The better kind to offer when a target is refused with this issue code. */
export const betterKindFor: Readonly<Record<string, TargetKind | 'hold'>> = {
  'count-of-zero': 'ceiling',
  'baseline-equals-level': 'hold',
};
