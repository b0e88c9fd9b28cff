import * as z from 'zod/mini';
import { type Lens, lenses, type Role, roles } from '#domain/delivery/scope-key.ts';
import { idSchema } from '#domain/records/fields.ts';

const lensesByRole: Readonly<Record<Role, readonly Lens[]>> = {
  editor: ['full'],
  manager: ['full'],
  admin: ['full'],
  // Whoever only reads gets as much as was decided for them: partners the shared progress, a controller everything.
  reader: ['full', 'shared', 'public'],
};

/**
 * Whether a role may look through a lens: who writes must see what they write over (model, section 5).
 * In: both words. Out: true only for the pairs that a membership may have.
 */
export const fitsRole = (role: Role, lens: Lens): boolean => lensesByRole[role].includes(lens);

/** What somebody may do in one scope: the id of a promise, or the id of the space for what belongs to all of it. */
export const membershipSchema = z
  .strictObject({ scope: idSchema, role: z.enum(roles), lens: z.enum(lenses) })
  .check(z.refine(({ role, lens }) => fitsRole(role, lens), 'lens-unfit'));

export type Membership = z.infer<typeof membershipSchema>;
