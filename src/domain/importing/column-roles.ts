/** What a column of a table can be taken for. A role is a text, so that a form and a draft can hold it. */

/** Of past work. `measure:…` is one of the activities' further measures, by its folded name. */
export type LogRole =
  | 'skip'
  | 'date'
  | 'activity'
  | 'count'
  | 'party'
  | 'place'
  | 'municipality'
  | 'state'
  | 'note'
  | 'extra'
  | 'newPerson'
  | 'outcome'
  | `measure:${string}`;

/** Of what was promised to be done. */
export type ActivityRole =
  | 'skip'
  | 'text'
  | 'shortName'
  | 'focusArea'
  | 'party'
  | 'place'
  | 'targetGroup'
  | 'target'
  | 'unit'
  | 'period';

export type ColumnRole = LogRole | ActivityRole;
export type TableKind = 'logs' | 'activities';

export const logRoles = [
  'date',
  'activity',
  'count',
  'party',
  'place',
  'municipality',
  'state',
  'note',
  'extra',
  'newPerson',
  'outcome',
] as const satisfies readonly LogRole[];

export const activityRoles = [
  'text',
  'shortName',
  'focusArea',
  'party',
  'place',
  'targetGroup',
  'target',
  'unit',
  'period',
] as const satisfies readonly ActivityRole[];

/** Several columns may have these; any other role belongs to one column. */
export const isShared = (role: ColumnRole): boolean => role === 'skip' || role === 'outcome';

/** What the table says of each column, and of itself. */
export interface Mapping<Role extends ColumnRole = ColumnRole> {
  /** Index of the row with the names of the columns; -1 where there is none. */
  readonly headerRow: number;
  /** One for each column. */
  readonly roles: readonly Role[];
}

/** In: a mapping and a role. Out: the index of its column, or undefined. */
export function findColumn(mapping: Mapping, role: ColumnRole): number | undefined {
  const index = mapping.roles.indexOf(role);
  return index < 0 ? undefined : index;
}
