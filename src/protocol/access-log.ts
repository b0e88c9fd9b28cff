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

/** What is stored about oneself, to be kept as it comes: its shape is the server's to choose. */
export const extractAnswerSchema = z.looseObject({ kind: z.literal('extract') });

export type AccessEntry = z.infer<typeof accessEntrySchema>;
export type AccessLogAnswer = z.infer<typeof accessLogAnswerSchema>;
export type AccessLogQuery = z.infer<typeof accessLogQuerySchema>;
export type AnnounceExportRequest = z.infer<typeof announceExportRequestSchema>;
