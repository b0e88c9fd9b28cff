import type { Context } from 'hono';
import type { PeopleFailure } from '#protocol/session.ts';
import { findDatabaseFault } from '#server/database/database-fault.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { readJsonBody } from '#server/guard/read-body.ts';
import { BusyError } from './ports.ts';

type FailureStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;

/** The one file that gives failures their status code. */
const statusOf: Readonly<Record<PeopleFailure['kind'], FailureStatus>> = {
  malformed: 400,
  wrong: 401,
  'signed-out': 401,
  'foreign-request': 403,
  'provider-refused': 403,
  'unknown-address': 404,
  'name-taken': 409,
  'last-admin': 409,
  'other-space': 409,
  'too-large': 413,
  'password-unfit': 422,
  wait: 429,
  fault: 500,
  busy: 503,
};

/** Requests about people are short. Bytes. */
const longestBody = 16 * 1024;
const comeAgain = 2;

/** A failure as an answer. In: the failure of the protocol. Out: a response with its status code. */
export function toFailure(context: Context<ApiEnv>, failure: PeopleFailure): Response {
  if (failure.kind === 'wait') context.header('retry-after', String(failure.seconds));
  if (failure.kind === 'busy') context.header('retry-after', String(comeAgain));
  return context.json(failure, statusOf[failure.kind]);
}

/** What is unknown and what is somebody else's get the same answer, to the letter (guard T32). */
export const toUnknown = (context: Context<ApiEnv>): Response => toFailure(context, { kind: 'unknown-address' });

export type Parsed<T> = { readonly kind: 'parsed'; readonly value: T } | { readonly kind: 'malformed' | 'too-large' };

/** As much of a schema of the protocol as is needed to read by it. */
interface Schema<T> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false };
}

/** Reads a request's body by its schema. In: context and schema. Out: the value, or what is wrong with it. */
export async function parseBody<T>(context: Context<ApiEnv>, schema: Schema<T>): Promise<Parsed<T>> {
  const body = await readJsonBody(context.req.raw, longestBody);
  if (body.kind !== 'json') return body;
  const parsed = schema.safeParse(body.value);
  return parsed.success ? { kind: 'parsed', value: parsed.data } : { kind: 'malformed' };
}

/** Reads a fault that was thrown. In: anything thrown. Out: `busy` for what may pass, else `fault`. */
export function toThrownFailure(error: unknown): PeopleFailure {
  if (error instanceof BusyError || findDatabaseFault(error) !== undefined) return { kind: 'busy' };
  return { kind: 'fault' };
}
