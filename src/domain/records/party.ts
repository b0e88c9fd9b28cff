import * as z from 'zod/mini';
import { idSchema, requiredText } from './fields.ts';

export const partyKinds = [
  'police',
  'municipality',
  'municipal-unit',
  'school',
  'social-services',
  'leisure',
  'housing-company',
  'association',
  'business',
  'region',
  'other',
] as const;

/** One of those who promise. A sub-unit names its parent; a signatory party signs for itself. */
export const partySchema = z.object({
  id: idSchema,
  kind: z.enum(partyKinds),
  name: requiredText(120),
  parentId: z.optional(idSchema),
  signatory: z.boolean(),
});

export type Party = z.infer<typeof partySchema>;
export type PartyKind = Party['kind'];
