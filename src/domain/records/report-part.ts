import * as z from 'zod/mini';
import { carriedText, countSchema, idSchema, removableShape } from './fields.ts';

/** Longest text of one page, so that it travels as one operation. */
export const longestPart = 40_000;

/** One page of a frozen follow-up: part of the JSON of its report, never changed once written. */
export const reportPartSchema = z.looseObject({
  ...removableShape,
  followUpId: idSchema,
  snapshotId: idSchema,
  order: countSchema,
  text: carriedText(longestPart),
});
