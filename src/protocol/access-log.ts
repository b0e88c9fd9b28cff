/** Who did what and who looked at what: requests and answers of `/api/log` and of the extract about oneself. */
import * as z from 'zod/mini';
import { idSchema } from '#domain/records/fields.ts';

/** Everything that is told in the log (guard T19, P11). What stands in records never is. */
export const accessEvents = [
  'set-up',
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'sessions-ended',
  'password-changed',
  'password-reset',
  'reset-link-made',
  'invited',
  'invitation-withdrawn',
  'invitation-accepted',
  'role-given',
  'role-taken',
  'account-ended',
  'pushed',
  'read',
  'people-read',
  'log-read',
  'extract-read',
  'exported',
  'erased',
  'restored',
  'trimmed',
] as const;
export type AccessEvent = (typeof accessEvents)[number];

/** What leaves the app as a file or on paper. The device says so itself: the server does not see it. */
export const exportKinds = ['file', 'paper', 'report', 'table', 'calendar', 'backup', 'disclosure', 'archive'] as const;

export const announceExportRequestSchema = z.strictObject({
  what: z.enum(exportKinds),
  /** The file's ending. */
  format: z.string().check(z.regex(/^[a-z0-9]{1,10}$/)),
  promiseId: z.optional(idSchema),
  rows: z.optional(z.int().check(z.gte(0), z.lte(10_000_000))),
});

const count = z.int().check(z.gte(0));
/** One row of the log, as it is kept: `facts` depends on the event. */
export const accessEntrySchema = z.object({
  n: count,
  at: z.number(),
  who: z.nullable(idSchema),
  about: z.nullable(idSchema),
  /** A newer server may tell of more. */
  event: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

/** Newest first. `names`: of everybody who has or had an account in the space. `more`: there are older ones. */
export const accessLogAnswerSchema = z.object({
  kind: z.literal('log'),
  entries: z.readonly(z.array(accessEntrySchema)),
  names: z.record(z.string(), z.string()),
  more: z.boolean(),
});

/** What an address of the log may ask for. Moments are milliseconds; `to` is not part of the span. */
const whole = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number));
export const accessLogQuerySchema = z.strictObject({
  person: z.optional(idSchema),
  from: z.optional(whole),
  to: z.optional(whole),
  /** Only entries with a lower number: the next page. */
  before: z.optional(whole),
});

/** The span of a report of access, as the log's own: `to` is not part of it. */
export const accessReportQuerySchema = z.strictObject({ from: whole, to: whole });

/** What an account did in a span, in one promise, or (without `scope`) where it was about no single one. */
const accessReportRowSchema = z.object({
  who: idSchema,
  scope: z.nullable(idSchema),
  signIns: count,
  /** Promises that were fetched, and looks at the people, the log or somebody's extract. */
  reads: count,
  /** Changes that were accepted. */
  changes: count,
  exports: count,
});

/** `since`: when the oldest row was written that the log still has. */
export const accessReportAnswerSchema = z.object({
  kind: z.literal('access-report'),
  since: z.number(),
  rows: z.readonly(z.array(accessReportRowSchema)),
  names: z.record(z.string(), z.string()),
});

/** What is stored about oneself, to be kept as it comes: its shape is the server's to choose. */
export const extractAnswerSchema = z.looseObject({ kind: z.literal('extract') });

export type AccessEntry = z.infer<typeof accessEntrySchema>;
export type AccessLogAnswer = z.infer<typeof accessLogAnswerSchema>;
export type AccessLogQuery = z.infer<typeof accessLogQuerySchema>;
export type AccessReportAnswer = z.infer<typeof accessReportAnswerSchema>;
export type AccessReportQuery = z.infer<typeof accessReportQuerySchema>;
export type AnnounceExportRequest = z.infer<typeof announceExportRequestSchema>;
