/** The tables as each released version had them. Never changed: they are what lies on devices. */
const first = {
  promises: 'id',
  focusAreas: 'id, promiseId',
  activities: 'id, promiseId',
  goals: 'id, promiseId',
  progressLogs: 'id, [promiseId+date], *activityIds',
  measurements: 'id, promiseId',
  deviations: 'id, promiseId',
  assessments: 'id, promiseId',
  comments: 'id, promiseId',
  feedback: 'id, promiseId',
  meetings: 'id, promiseId',
  followUps: 'id, promiseId',
  goalTotals: 'goalId, promiseId',
  goalDays: '[goalId+stretch]',
  history: '++n, &tx, *entities, batch, undoes',
  drafts: 'key',
  settings: 'key',
  meta: 'key',
  outbox: 'seq',
  bases: 'key, promiseId',
  ring: 'id, n',
  box: 'tx',
};
const second = {
  ...first,
  logPacks: '[promiseId+month+n], lastId, *activityIds',
  packPlaces: '[ending+promiseId]',
};
const third = { ...second, reportParts: 'id, promiseId, snapshotId', publications: 'id, promiseId' };

const fourth = { ...third, ringParts: 'n' };

export const releasedSchemas: Readonly<Record<1 | 2 | 3 | 4 | 5, Readonly<Record<string, string>>>> = {
  1: first,
  2: second,
  3: third,
  4: fourth,
  // The same tables: packs are texts from here on.
  5: fourth,
};

/** What a device of a released version had. */
export interface GoldenDump {
  readonly version: 1 | 2 | 3 | 4 | 5;
  /** An action that can be taken back, and a goal with what it said. */
  readonly change: string;
  readonly goalId: string;
  readonly sum: number;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}
