/** The sample year as a report: the same story that people try the product on. */
import { computePromise } from '#domain/progress/compute-promise.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { ReportInput } from '#domain/report/report-input.ts';
import { sumActivityWork } from '#domain/report/sum-activity-work.ts';
import { listRecords, logs, overview, promise, today } from '../../support/sample-overview.ts';

export const followUp: FollowUp = {
  id: '019a0000-0000-7000-8000-000000000901',
  promiseId: promise.id,
  createdAt: '2026-11-21T09:00:00.000+01:00',
  updatedAt: '2026-11-21T09:00:00.000+01:00',
  kind: 'annual',
  period: { from: '2026-01-01', to: '2026-12-31' },
  dueOn: '2027-01-31',
  state: 'collecting',
  sections: [],
  signOffs: [],
  decisions: [],
};

/** In: what the test is about. Out: all that a report of the sample year is made from, seen from `asOf`. */
export const createSampleInput = (fields: Partial<ReportInput> = {}): ReportInput => {
  const asOf = fields.asOf ?? today;
  return {
    followUp,
    ...overview,
    goals: computePromise(overview, asOf),
    feedback: listRecords('feedback'),
    work: sumActivityWork({ promise, activities: overview.activities, logs, asOf }),
    asOf,
    language: 'sv',
    ...fields,
  };
};
