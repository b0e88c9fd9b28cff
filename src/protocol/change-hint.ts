import * as z from 'zod/mini';

/**
 * What `GET /api/sync/v1/events` says: how far the tenant has come, and nothing of what changed (sync 2.16). Without a
 * version anything may have happened: look. A hint that is missed does no harm.
 */
export const changeHintSchema = z.object({
  epoch: z.optional(z.string()),
  version: z.optional(z.int()),
});

export type ChangeHint = z.infer<typeof changeHintSchema>;
