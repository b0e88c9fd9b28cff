import { readAmount } from '#domain/progress/read-amounts.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import { type FigureInput, type KindRules, readReported } from './kind-rules.ts';

/** Bedöms i ord: a person's signed level on a ladder agreed beforehand, never turned into a number. */
export const judgedRules: KindRules<'judged'> = {
  count: (_target, { log, feeds }) => readReported(readAmount(feeds, log)),

  measure(input) {
    const { target } = input;
    const levelOf = (id: string | undefined): number => target.rubric.findIndex((level) => level.id === id);
    const latest = findLatest(input);
    const agreed = latest !== undefined && levelOf(latest.levelId) >= levelOf(target.agreedLevelId);
    return {
      detail: {
        kind: 'judged',
        rubric: target.rubric.map(({ id, name }) => ({ id, name })),
        agreedLevelId: target.agreedLevelId,
        ...(latest?.levelId ? { latest: { levelId: latest.levelId, date: latest.date, assessmentId: latest.id } } : {}),
      },
      standing: {
        settled: agreed ? 'met' : undefined,
        running: 'unmeasured',
        ended: latest ? 'not-met' : 'unmeasured',
      },
    };
  },
};

function findLatest({ assessments, goal, target, asOf }: FigureInput<'judged'>): Assessment | undefined {
  return assessments
    .filter((assessment) => assessment.deletedAt === undefined && assessment.date <= asOf)
    .filter((assessment) => assessment.ref.table === 'goals' && assessment.ref.id === goal.id)
    .filter((assessment) => target.rubric.some((level) => level.id === assessment.levelId))
    .toSorted((left, right) => (`${left.date} ${left.id}` < `${right.date} ${right.id}` ? -1 : 1))
    .at(-1);
}
