import * as z from 'zod/mini';

/** Raised when client and server would misunderstand each other. A client that meets a higher number is outdated. */
export const PROTOCOL_VERSION = 1;

/**
 * What a server says about itself. `backend: 'none'`: it hands out the app and keeps nothing; every row stays on the
 * device. `shared`: people sign in to it, and what they share is kept there.
 */
export const statusSchema = z.object({
  backend: z.enum(['none', 'shared']),
  protocol: z.int().check(z.positive()),
  version: z.string().check(z.minLength(1)),
});

export type Status = z.infer<typeof statusSchema>;
