import type { Activity, Measure } from '#domain/records/activity.ts';
import type { Stamp } from './build-goal.ts';
import type { IdOf } from './name-ids.ts';
import type { ActivityDescription } from './promise-description.ts';

/** In: a described activity, its place in the text, its stamp and the ids of names. Out: the record. */
export function buildActivity(described: ActivityDescription, order: number, stamp: Stamp, idOf: IdOf): Activity {
  return {
    ...stamp,
    id: idOf(`activity/${described.key}`),
    ...(described.focusArea && { focusAreaId: idOf(`focus/${described.focusArea}`) }),
    text: described.text,
    shortName: described.shortName,
    order,
    responsibility: described.responsibility,
    parties: [
      ...toRoles(described.lead, 'lead', idOf),
      ...toRoles(described.responsible, 'responsible', idOf),
      ...toRoles(described.takesPart, 'takes-part', idOf),
    ],
    ...(described.targetGroup && { targetGroup: described.targetGroup }),
    places: [...(described.places ?? [])],
    status: described.status ?? 'planned',
    ...(described.statusReason && { statusReason: described.statusReason }),
    measures: buildMeasures(described, idOf),
    plannedVisibility: described.plannedVisibility ?? 'internal',
    ...(described.rescoped && {
      rescoped: { ...described.rescoped, decidedBy: described.rescoped.decidedBy.map((key) => idOf(`party/${key}`)) },
    }),
  };
}

const toRoles = (keys: readonly string[] | undefined, role: Activity['parties'][number]['role'], idOf: IdOf) =>
  (keys ?? []).map((key) => ({ partyId: idOf(`party/${key}`), role }));

function buildMeasures(described: ActivityDescription, idOf: IdOf): Measure[] {
  const occasions = { key: 'count', name: 'Antal insatser', unit: 'insatser', personRelated: described.personRelated };
  return [occasions, ...(described.measures ?? [])].map((measure) => ({
    id: idOf(`measure/${described.key}.${measure.key}`),
    name: measure.name,
    unit: measure.unit,
    personRelated: measure.personRelated ?? false,
  }));
}
