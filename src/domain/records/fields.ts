/** Building blocks that several records share. The message of every check is an issue code (see `parse-record.ts`). */
import * as z from 'zod/mini';
import { isDay } from '#domain/calendar/day.ts';
import { isVisible, tidyText } from './tidy-text.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** UUIDv7 made on the device, lower case. A name, never an order, a secret or a permission (sync 2.3). */
export const idSchema = z.string().check(z.regex(uuidPattern, 'not-an-id'));
/** Whether a text could be the name of a row. */
export const isId = (text: string): boolean => uuidPattern.test(text);
export const daySchema = z.string().check(z.refine((text) => isDay(text), 'not-a-day'));
/** The author's clock with offset. For people to read; never for order or merge. What is none is shown as it stands. */
export const instantSchema = z
  .string()
  .check(z.overwrite(tidyText), z.minLength(1, 'required'), z.maxLength(40, 'too-long'));

/** Text that people write and read, tidied as it comes in (`tidy-text.ts`). */
export const textOf = (longest: number) => z.string().check(z.overwrite(tidyText), z.maxLength(longest, 'too-long'));
export const requiredText = (longest: number) =>
  z
    .string()
    .check(
      z.overwrite(tidyText),
      z.trim(),
      z.refine(isVisible, { error: 'required', abort: true }),
      z.maxLength(longest, 'too-long'),
    );
/** Part of a larger text in a form of ours: kept to the letter, since a checksum may stand for the whole. */
export const carriedText = (longest: number) =>
  z.string().check(z.minLength(1, 'required'), z.maxLength(longest, 'too-long'));
export const countSchema = z.number('not-a-number').check(z.int('not-whole'), z.gte(0, 'negative'));

/** What every record carries. `promiseId` is the promise it belongs to, and its own id for a promise. */
export const identityShape = {
  id: idSchema,
  promiseId: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
};

/** Records that can be removed carry the day they were. Logs cannot: they are corrected or withdrawn. */
export const removableShape = { ...identityShape, deletedAt: z.optional(instantSchema) };

/** Points at another record of the same promise. */
export const refSchema = z.object({
  table: z.enum([
    'promises',
    'focusAreas',
    'activities',
    'goals',
    'progressLogs',
    'measurements',
    'meetings',
    'followUps',
  ]),
  id: idSchema,
});
export type Ref = z.infer<typeof refSchema>;
