/** Every synced table and the schema of its rows: the one list that storage, operations and protocol read. */
import type * as z from 'zod/mini';
import { activitySchema } from './activity.ts';
import { assessmentSchema } from './assessment.ts';
import { citizenPromiseSchema } from './citizen-promise.ts';
import { commentSchema } from './comment.ts';
import { deviationSchema } from './deviation.ts';
import { feedbackSchema } from './feedback.ts';
import { focusAreaSchema } from './focus-area.ts';
import { followUpSchema } from './follow-up.ts';
import { goalSchema } from './goal.ts';
import { measurementSchema } from './measurement.ts';
import { meetingSchema } from './meeting.ts';
import { progressLogSchema } from './progress-log.ts';
import { publicationSchema } from './publication.ts';
import { reportPartSchema } from './report-part.ts';

export const schemaByTable = {
  promises: citizenPromiseSchema,
  focusAreas: focusAreaSchema,
  activities: activitySchema,
  goals: goalSchema,
  progressLogs: progressLogSchema,
  measurements: measurementSchema,
  deviations: deviationSchema,
  assessments: assessmentSchema,
  comments: commentSchema,
  feedback: feedbackSchema,
  meetings: meetingSchema,
  followUps: followUpSchema,
  reportParts: reportPartSchema,
  publications: publicationSchema,
} as const;

export type TableName = keyof typeof schemaByTable;
export type RecordOf<T extends TableName> = z.infer<(typeof schemaByTable)[T]>;
export const tableNames = Object.keys(schemaByTable) as readonly TableName[];
