/** The sample year as a promise's overview, and a few goals by name: the features' tests read the same story as people do. */
import type { ExampleBundle } from '#domain/examples/example-bundle.ts';
import { createSampleYear } from '#domain/examples/sample-year.ts';
import { tallyGoals } from '#domain/progress/contribution.ts';
import type { RecordOf, TableName } from '#domain/records/tables.ts';
import type { PromiseOverview } from '#storage/overview.ts';

export const today = '2026-11-21';

let made = 0;
const newId = () => {
  made += 1;
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
};
const year: ExampleBundle = createSampleYear({ newId, now: '2026-11-21T09:00:00.000+01:00', today });

export const listRecords = <T extends TableName>(table: T): readonly RecordOf<T>[] => year[table] ?? [];

const replacing = new Map(
  listRecords('progressLogs').flatMap(({ id, corrects }) => (corrects ? [[corrects, id]] : [])),
);
export const logs = listRecords('progressLogs').map((log) => {
  const replacedBy = replacing.get(log.id);
  return replacedBy ? { ...log, replacedBy } : log;
});

const [first] = listRecords('promises');
if (!first) throw new Error('A sample year without a promise');
export const promise = first;

const activities = listRecords('activities').toSorted((left, right) => left.order - right.order);
const goals = listRecords('goals').toSorted((left, right) => left.order - right.order);
export const tallies = tallyGoals(
  goals.map((goal) => ({ goal, promise, activities })),
  logs,
);

export const overview: PromiseOverview = {
  promise,
  focusAreas: listRecords('focusAreas'),
  activities,
  goals,
  totals: new Map([...tallies].map(([goalId, { total }]) => [goalId, total])),
  measurements: listRecords('measurements'),
  assessments: listRecords('assessments'),
  deviations: listRecords('deviations'),
};

export const findGoal = (shortName: string) => {
  const found = goals.find((goal) => goal.shortName === shortName);
  if (!found) throw new Error(`No goal ${shortName}`);
  return found;
};
