/** Signing in and out: requests and answers of `/api/session` and `/api/oidc`. */
import * as z from 'zod/mini';
import { idSchema, requiredText } from '#domain/records/fields.ts';
import { membershipSchema } from './membership.ts';

/** Code points. The upper limit keeps one attempt from hashing a book. */
export const passwordLimits = { shortest: 12, longest: 200 } as const;
const longestName = 120;

/** Pages of the app that links lead to; the secret is the fragment. `landing`: back from a provider. */
export const linkPages = {
  setUp: '/kom-igang',
  invitation: '/inbjudan',
  reset: '/nytt-losenord',
  landing: '/inloggad',
} as const;

/** 256 bits, base64url: what a link, a cookie or a lost device holds. Only its hash is stored. */
export const tokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'not-a-token'));
export const personNameSchema = requiredText(longestName);
/** What somebody signs in by: a work address or any other word without spaces. Compared in lower case. */
export const signInNameSchema = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.minLength(1, 'required'), z.maxLength(longestName), z.regex(/^[^\s\p{C}]+$/u));
/** Whether it is good enough is decided where one is chosen; here only what may be sent at all. */
const passwordSchema = z.string().check(z.minLength(1, 'required'), z.maxLength(4 * passwordLimits.longest));
export const providerIdSchema = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

export const signInRequestSchema = z.strictObject({
  name: signInNameSchema,
  password: passwordSchema,
  /** A computer that several people use: shorter idle time. */
  sharedDevice: z.boolean(),
});

/** `wipe`: the browser is told to forget what this origin stored. Only after the device has no unsent work left. */
export const signOutRequestSchema = z.strictObject({ wipe: z.boolean() });

export const changePasswordRequestSchema = z.strictObject({ current: passwordSchema, next: passwordSchema });

/** The first start: who opens the server's link becomes its administrator. */
export const setUpRequestSchema = z.strictObject({
  token: tokenSchema,
  spaceName: personNameSchema,
  personName: personNameSchema,
  name: signInNameSchema,
  password: passwordSchema,
  sharedDevice: z.boolean(),
});

export const resetPasswordRequestSchema = z.strictObject({ token: tokenSchema, password: passwordSchema });

/** Through somebody else's provider. `invitation`: the token of the link that is being accepted, if one is. */
export const startProviderRequestSchema = z.strictObject({
  sharedDevice: z.boolean(),
  invitation: z.optional(z.strictObject({ token: tokenSchema, personName: personNameSchema })),
});

export const signedInSchema = z.object({
  kind: z.literal('signed-in'),
  user: z.object({ id: idSchema, name: z.string() }),
  space: z.object({ id: idSchema, name: z.string() }),
  memberships: z.readonly(z.array(membershipSchema)),
  sharedDevice: z.boolean(),
  /** Milliseconds since 1970 by the server's clock: now, when it ends if nothing is asked for, and when it ends anyway. */
  now: z.number(),
  idleUntil: z.number(),
  endsAt: z.number(),
  /** Until when the device may show what it has if it hears nothing more from the server (sync 2.11). */
  leaseUntil: z.number(),
});

export const sessionAnswerSchema = z.discriminatedUnion('kind', [
  signedInSchema,
  z.object({
    kind: z.literal('signed-out'),
    providers: z.readonly(z.array(z.object({ id: providerIdSchema, name: z.string() }))),
  }),
]);

export const passwordIssues = ['too-short', 'too-long', 'too-simple', 'holds-name'] as const;
export type PasswordIssue = (typeof passwordIssues)[number];

/** Why a sign-in through a provider came to nothing. Details stay in the server's log. */
export const providerRefusals = ['denied', 'level-too-low', 'no-account', 'failed', 'expired'] as const;
export type ProviderRefusal = (typeof providerRefusals)[number];

/** Every answer of these routes that is neither a session nor 404. */
export const peopleFailureSchema = z.discriminatedUnion('kind', [
  /** 400: not the shape that this protocol knows. */
  z.object({ kind: z.literal('malformed') }),
  /** 401: name or password is wrong; which of them is not said. */
  z.object({ kind: z.literal('wrong') }),
  /** 401: no session, or it has ended. */
  z.object({ kind: z.literal('signed-out') }),
  /** 403: the request did not come from our own page. */
  z.object({ kind: z.literal('foreign-request') }),
  /** 404: unknown, gone, or not yours: the same body for all. */
  z.object({ kind: z.literal('unknown-address') }),
  /** 409: the name that was chosen belongs to somebody. Only told to who holds a valid link. */
  z.object({ kind: z.literal('name-taken') }),
  /** 409: somebody must be left who can administer. */
  z.object({ kind: z.literal('last-admin') }),
  /** 413. */
  z.object({ kind: z.literal('too-large') }),
  /** 422: the password that was chosen is not good enough. */
  z.object({ kind: z.literal('password-unfit'), issue: z.enum(passwordIssues) }),
  /** 403: the provider, or what it said, was not enough. */
  z.object({ kind: z.literal('provider-refused'), reason: z.enum(providerRefusals) }),
  /** 429, with `Retry-After`. Seconds. */
  z.object({ kind: z.literal('wait'), seconds: z.number() }),
  /** 409: the link leads to another space than the one that is signed in to. */
  z.object({ kind: z.literal('other-space') }),
  /** 503, with `Retry-After`: the same may succeed later. */
  z.object({ kind: z.literal('busy') }),
  /** 500. */
  z.object({ kind: z.literal('fault') }),
]);

export const startProviderAnswerSchema = z.object({ kind: z.literal('go'), url: z.url() });
/** Which space to go into, for somebody who has an account in several. */
export const finishProviderRequestSchema = z.strictObject({ spaceId: z.optional(idSchema) });
export const chooseSpaceAnswerSchema = z.object({
  kind: z.literal('choose-space'),
  spaces: z.readonly(z.array(z.object({ id: idSchema, name: z.string() }))),
});
export const finishProviderAnswerSchema = z.discriminatedUnion('kind', [signedInSchema, chooseSpaceAnswerSchema]);
export const doneAnswerSchema = z.object({ kind: z.literal('done') });

export type SignedIn = z.infer<typeof signedInSchema>;
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
export type PeopleFailure = z.infer<typeof peopleFailureSchema>;
export type SignInRequest = z.infer<typeof signInRequestSchema>;
export type SetUpRequest = z.infer<typeof setUpRequestSchema>;
export type ChangePasswordRequest = z.infer<typeof changePasswordRequestSchema>;
export type ResetPasswordRequest = z.infer<typeof resetPasswordRequestSchema>;
export type StartProviderRequest = z.infer<typeof startProviderRequestSchema>;
export type ChooseSpace = z.infer<typeof chooseSpaceAnswerSchema>;
