import { foldName } from '#domain/importing/cell.ts';
import { activityRoles, type ColumnRole, isShared, logRoles } from '#domain/importing/column-roles.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { ImportState } from './import-state.ts';

/** The activities' further measures: by key, as they are called first. */
export const listMeasures = (activities: readonly Activity[]): ReadonlyMap<string, string> =>
  new Map(
    activities
      .flatMap((activity) => activity.measures.slice(1))
      .toReversed()
      .map(({ name }) => [foldName(name), name]),
  );

/** What a column may be taken for, leaving it out first. */
export const listRoles = (
  { kind }: Pick<ImportState, 'kind'>,
  measures: ReadonlyMap<string, string>,
): readonly ColumnRole[] =>
  kind === 'activities'
    ? ['skip', ...activityRoles]
    : ['skip', ...logRoles, ...Array.from(measures.keys(), (key): ColumnRole => `measure:${key}`)];

export type ColumnGap = 'needDate' | 'needText' | 'needActivity';

/** What an import cannot do without. */
export function findGap({ kind, roles, answers }: ImportState): ColumnGap | undefined {
  if (kind === 'activities') return roles.includes('text') || roles.includes('shortName') ? undefined : 'needText';
  if (!roles.includes('date')) return 'needDate';
  return roles.includes('activity') || answers.activityId !== undefined ? undefined : 'needActivity';
}

/** A role that two columns have and one should, or undefined. */
export const findTwiceRole = ({ roles }: Pick<ImportState, 'roles'>): ColumnRole | undefined =>
  roles.find((role, index) => !isShared(role) && roles.indexOf(role) < index);
