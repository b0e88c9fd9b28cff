/** Who may be what: the words that rights, memberships and invitations are written in (model, section 5). */
import * as z from 'zod/mini';
import { idSchema } from '#domain/records/fields.ts';

export const roles = ['editor', 'manager', 'reader', 'admin'] as const;
export const lenses = ['full', 'shared', 'public'] as const;

export type Role = (typeof roles)[number];
export type Lens = (typeof lenses)[number];

const lensesByRole: Readonly<Record<Role, readonly Lens[]>> = {
  editor: ['full'],
  manager: ['full'],
  admin: ['full'],
  // Whoever only reads gets as much as was decided for them: partners the shared progress, a controller everything.
  reader: ['full', 'shared', 'public'],
};

/**
 * Whether a role may look through a lens: who writes must see what they write over.
 * In: both words. Out: true only for the pairs that a membership may have.
 */
export const fitsRole = (role: Role, lens: Lens): boolean => lensesByRole[role].includes(lens);

/** What somebody may do in one scope: the id of a promise, or the id of the space for what belongs to all of it. */
export const membershipSchema = z
  .strictObject({ scope: idSchema, role: z.enum(roles), lens: z.enum(lenses) })
  .check(z.refine(({ role, lens }) => fitsRole(role, lens), 'lens-unfit'));

export type Membership = z.infer<typeof membershipSchema>;
