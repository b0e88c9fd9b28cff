/** How each field of each table merges when two people change it at the same time (sync 2.6). */
import type { RecordOf, TableName } from '#domain/records/tables.ts';

/**
 * `set`: the last to arrive wins. `guard`: the first wins, the other is asked. `members`: added and removed one by one.
 * `fixed`: written at creation and never again.
 */
export type MergeClass = 'set' | 'guard' | 'members' | 'fixed';

type StampField = 'id' | 'promiseId' | 'createdAt' | 'updatedAt' | 'deletedAt';
type NamedKey<T> = keyof { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };

/** The fields of a table by name, without those that every record carries. */
export type FieldOf<T extends TableName> = Exclude<NamedKey<RecordOf<T>>, StampField> & string;

const mergeClasses: { readonly [T in TableName]: { readonly [F in FieldOf<T>]: MergeClass } } = {
  promises: {
    title: 'set',
    municipalities: 'set',
    policeAreas: 'set',
    parties: 'members',
    // Period, signing and terms decide what counts: a change that its author had not seen is never laid over another.
    period: 'guard',
    signedOn: 'guard',
    terms: 'guard',
    status: 'guard',
    kind: 'set',
    predecessorId: 'set',
    agreement: 'set',
    programme: 'set',
    situationPicture: 'set',
    pictureReview: 'set',
    signatories: 'set',
    followUpPlan: 'set',
    feedbackPlan: 'set',
    originalText: 'guard',
    sourceUrl: 'set',
    registryNumber: 'set',
    visibility: 'guard',
    seal: 'guard',
    earlierPeriods: 'guard',
    retention: 'guard',
    example: 'fixed',
  },
  focusAreas: {
    name: 'set',
    statement: 'set',
    order: 'set',
    themes: 'members',
    problem: 'set',
    causes: 'set',
  },
  activities: {
    focusAreaId: 'set',
    text: 'set',
    shortName: 'set',
    order: 'set',
    responsibility: 'set',
    parties: 'members',
    targetGroup: 'set',
    places: 'set',
    status: 'set',
    statusReason: 'set',
    measures: 'members',
    plannedVisibility: 'guard',
    inActionPlan: 'set',
    rescoped: 'guard',
  },
  goals: {
    text: 'set',
    shortName: 'set',
    order: 'set',
    focusAreaIds: 'members',
    level: 'set',
    ownerPartyIds: 'members',
    target: 'guard',
    countingRule: 'guard',
    additionalOnly: 'guard',
    feeds: 'members',
    origin: 'set',
    personRelated: 'guard',
    smallNumberThreshold: 'guard',
    pacePlan: 'guard',
    weight: 'set',
    versions: 'guard',
    status: 'guard',
    statusReason: 'guard',
    rescoped: 'guard',
    predecessorId: 'set',
  },
  progressLogs: {
    activityIds: 'fixed',
    date: 'fixed',
    quantities: 'fixed',
    state: 'fixed',
    partyIds: 'fixed',
    place: 'fixed',
    municipality: 'fixed',
    extra: 'fixed',
    newPerson: 'fixed',
    reached: 'fixed',
    byOutcomes: 'fixed',
    note: 'fixed',
    evidence: 'fixed',
    onBehalfOf: 'fixed',
    confirmedBy: 'members',
    visibility: 'fixed',
    review: 'guard',
    corrects: 'fixed',
    withdrawn: 'fixed',
    correctionReason: 'fixed',
    screeningOverride: 'fixed',
  },
  measurements: {
    indicator: 'set',
    goalId: 'set',
    date: 'set',
    period: 'set',
    value: 'guard',
    n: 'guard',
    preliminary: 'set',
    note: 'set',
  },
  deviations: {
    refs: 'members',
    from: 'set',
    to: 'set',
    cause: 'set',
    effect: 'set',
    action: 'set',
    pausesPace: 'guard',
  },
  assessments: {
    ref: 'fixed',
    followUpId: 'set',
    implementation: 'guard',
    attainment: 'guard',
    levelId: 'guard',
    evidence: 'set',
    comment: 'set',
    byPartyId: 'guard',
    joint: 'guard',
    dissent: 'set',
    date: 'set',
  },
  comments: { ref: 'fixed', text: 'set', date: 'set', byPartyId: 'set' },
  feedback: {
    refs: 'members',
    date: 'set',
    channel: 'set',
    audience: 'set',
    message: 'set',
    url: 'set',
    reach: 'set',
  },
  meetings: { kind: 'set', date: 'set', partyIds: 'members', decisions: 'members', note: 'set' },
  followUps: {
    kind: 'set',
    period: 'guard',
    dueOn: 'set',
    state: 'guard',
    sections: 'members',
    reviews: 'members',
    snapshot: 'guard',
    signOffs: 'members',
    decisions: 'set',
    supplements: 'members',
    registryNumber: 'set',
  },
  reportParts: { followUpId: 'fixed', snapshotId: 'fixed', order: 'fixed', text: 'fixed' },
  publications: {
    followUpId: 'fixed',
    number: 'fixed',
    content: 'fixed',
    prepared: 'fixed',
    approved: 'guard',
    withdrawn: 'guard',
    correction: 'fixed',
  },
};

/** Written by `delete` and `restore` alone once the row is there. */
const stampClasses: { readonly [F in Exclude<StampField, 'id' | 'promiseId'>]: MergeClass } = {
  createdAt: 'fixed',
  updatedAt: 'fixed',
  deletedAt: 'fixed',
};

// Maps, not objects: a name that comes from outside never meets an object's prototype.
const classByTable: ReadonlyMap<string, ReadonlyMap<string, MergeClass>> = new Map(
  Object.entries(mergeClasses).map(([table, fields]) => [
    table,
    new Map([...Object.entries(fields), ...Object.entries(stampClasses)]),
  ]),
);

/** Whether there is such a table. In: any text. */
export const isTableName = (name: string): name is TableName => classByTable.has(name);

/**
 * How a field merges.
 * In: any two texts. Out: its class, or undefined for an unknown table, an unknown field, `__proto__`, `constructor`
 * and `prototype`. Source: sync 2.5 and 2.6.
 */
export const findMergeClass = (table: string, field: string): MergeClass | undefined =>
  classByTable.get(table)?.get(field);

/** The fields that operations may name in a table, in no particular order. */
export const listFields = (table: TableName): readonly string[] => [...(classByTable.get(table)?.keys() ?? [])];
