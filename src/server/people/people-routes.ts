import { type Context, Hono } from 'hono';
import { idSchema } from '#domain/records/fields.ts';
import { setMembershipRequestSchema } from '#protocol/people.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { parseBody, toFailure, toUnknown } from './answer.ts';
import {
  createResetLink,
  endAccount,
  endTheirSessions,
  type GovernOutcome,
  listPeople,
  revokeMembership,
  setMembership,
} from './govern-people.ts';
import type { People } from './people.ts';
import { requireSession } from './require-session.ts';

/** `/api/people`: who there is, what they may do, and taking it away. Behind `guardRequests`. */
export function createPeopleRoutes(people: People): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();

  app.get(
    '/api/people',
    requireSession(people, async (context, session) =>
      context.json({ kind: 'people', people: await listPeople(people, session) }),
    ),
  );

  app.put(
    '/api/people/:id/memberships/:scope',
    requireSession(people, async (context, session) => {
      const body = await parseBody(context, setMembershipRequestSchema);
      if (body.kind !== 'parsed') return toFailure(context, body);
      const [id, scope] = [readId(context, 'id'), readId(context, 'scope')];
      if (id === undefined || scope === undefined) return toUnknown(context);
      return answer(context, await setMembership(people, session, id, { scope, ...body.value }));
    }),
  );

  app.delete(
    '/api/people/:id/memberships/:scope',
    requireSession(people, async (context, session) => {
      const [id, scope] = [readId(context, 'id'), readId(context, 'scope')];
      if (id === undefined || scope === undefined) return toUnknown(context);
      return answer(context, await revokeMembership(people, session, id, scope));
    }),
  );

  app.delete(
    '/api/people/:id',
    requireSession(people, async (context, session) => {
      const id = readId(context, 'id');
      return id === undefined ? toUnknown(context) : answer(context, await endAccount(people, session, id));
    }),
  );

  app.delete(
    '/api/people/:id/sessions',
    requireSession(people, async (context, session) => {
      const id = readId(context, 'id');
      return id === undefined ? toUnknown(context) : answer(context, await endTheirSessions(people, session, id));
    }),
  );

  app.post(
    '/api/people/:id/reset',
    requireSession(people, async (context, session) => {
      const id = readId(context, 'id');
      const outcome = id === undefined ? undefined : await createResetLink(people, session, id);
      return outcome?.kind === 'link' ? context.json(outcome) : toUnknown(context);
    }),
  );

  return app;
}

/** An id from the address. What is no id at all would be a mistake to the database, and is simply unknown here. */
export function readId(context: Context<ApiEnv>, name: string): string | undefined {
  const parsed = idSchema.safeParse(context.req.param(name));
  return parsed.success ? parsed.data : undefined;
}

function answer(context: Context<ApiEnv>, outcome: GovernOutcome): Response {
  if (outcome.kind === 'done') return context.json(outcome);
  return outcome.kind === 'unknown' ? toUnknown(context) : toFailure(context, outcome);
}
