/** People of a space and the links that let more of them in: requests and answers of `/api/people` and `/api/invitations`. */
import * as z from 'zod/mini';
import { lenses, roles } from '#domain/delivery/scope-key.ts';
import { idSchema } from '#domain/records/fields.ts';
import { fitsRole, membershipSchema } from './membership.ts';
import { personNameSchema, providerIdSchema, signInNameSchema, tokenSchema } from './session.ts';

/** As many scopes as one invitation may open. */
const mostGrants = 50;

const grantsSchema = z.array(membershipSchema).check(
  z.minLength(1, 'required'),
  z.maxLength(mostGrants),
  z.refine((grants) => new Set(grants.map(({ scope }) => scope)).size === grants.length, 'scope-twice'),
);

export const setMembershipRequestSchema = z
  .strictObject({ role: z.enum(roles), lens: z.enum(lenses) })
  .check(z.refine(({ role, lens }) => fitsRole(role, lens), 'lens-unfit'));

/** No address is asked for: the link is handed over by whoever invites, and belongs to whoever opens it first. */
export const inviteRequestSchema = z.strictObject({ grants: grantsSchema });

export const previewRequestSchema = z.strictObject({ token: tokenSchema });

export const acceptRequestSchema = z.discriminatedUnion('kind', [
  /** A new account with a password. */
  z.strictObject({
    kind: z.literal('password'),
    token: tokenSchema,
    personName: personNameSchema,
    name: signInNameSchema,
    password: z.string().check(z.maxLength(800)),
    sharedDevice: z.boolean(),
  }),
  /** The account that is signed in gets what the invitation gives. */
  z.strictObject({ kind: z.literal('join'), token: tokenSchema }),
]);

export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** How they can sign in; providers by the name that people know. */
  password: z.boolean(),
  providers: z.readonly(z.array(z.string())),
  memberships: z.readonly(z.array(membershipSchema)),
  madeAt: z.number(),
});

export const peopleAnswerSchema = z.object({ kind: z.literal('people'), people: z.readonly(z.array(personSchema)) });

/** A one-time link. `token` is told once, when it is made; it goes into the fragment of an address. */
export const linkAnswerSchema = z.object({
  kind: z.literal('link'),
  id: idSchema,
  token: tokenSchema,
  endsAt: z.number(),
});

export const invitationSchema = z.object({
  id: idSchema,
  grants: z.readonly(z.array(membershipSchema)),
  madeBy: idSchema,
  madeAt: z.number(),
  endsAt: z.number(),
});

export const invitationsAnswerSchema = z.object({
  kind: z.literal('invitations'),
  invitations: z.readonly(z.array(invitationSchema)),
});

/** What a link is for, told to who holds it. */
export const previewAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-up'), endsAt: z.number() }),
  z.object({ kind: z.literal('reset'), name: z.string(), endsAt: z.number() }),
  z.object({
    kind: z.literal('invitation'),
    spaceId: idSchema,
    spaceName: z.string(),
    grants: z.readonly(z.array(membershipSchema)),
    providers: z.readonly(z.array(z.object({ id: providerIdSchema, name: z.string() }))),
    endsAt: z.number(),
  }),
]);

export type NewAccountRequest = Extract<AcceptRequest, { kind: 'password' }>;
export type Person = z.infer<typeof personSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type LinkAnswer = z.infer<typeof linkAnswerSchema>;
export type PreviewAnswer = z.infer<typeof previewAnswerSchema>;
export type AcceptRequest = z.infer<typeof acceptRequestSchema>;
export type SetMembershipRequest = z.infer<typeof setMembershipRequestSchema>;
