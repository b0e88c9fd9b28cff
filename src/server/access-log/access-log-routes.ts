import { Hono } from 'hono';
import { accessLogQuerySchema, accessReportQuerySchema, announceExportRequestSchema } from '#protocol/access-log.ts';
import { lockSpace } from '#server/database/lock-space.ts';
import type { ApiEnv } from '#server/guard/api-env.ts';
import { findExcess } from '#server/guard/guard-requests.ts';
import { rates, type TokenBuckets } from '#server/guard/token-buckets.ts';
import { parseBody, toFailure, toUnknown } from '#server/people/answer.ts';
import { readActor } from '#server/people/memberships.ts';
import type { People } from '#server/people/people.ts';
import { requireSession } from '#server/people/require-session.ts';
import { noteAccess, noteAccessAlone } from './note-access.ts';
import { readAccessLog } from './read-access-log.ts';
import { readAccessReport } from './read-access-report.ts';
import { readPersonExtract } from './read-person.ts';

/** `/api/log` and `/api/session/extract`: who did what, and what is stored about oneself. Behind `guardRequests`. */
export function createAccessLogRoutes(people: People, buckets: TokenBuckets): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();

  app.get(
    '/api/log',
    requireSession(people, async (context, session) => {
      const query = accessLogQuerySchema.safeParse(context.req.query());
      const page = query.success ? await readAccessLog(people, session, query.data) : undefined;
      // What cannot be asked is told to nobody who may not ask at all.
      return page ? context.json(page) : toUnknown(context);
    }),
  );

  app.get(
    '/api/log/report',
    requireSession(people, async (context, session) => {
      const query = accessReportQuerySchema.safeParse(context.req.query());
      const report = query.success ? await readAccessReport(people, session, query.data) : undefined;
      return report ? context.json(report) : toUnknown(context);
    }),
  );

  app.post(
    '/api/log/exports',
    requireSession(people, async (context, session) => {
      const body = await parseBody(context, announceExportRequestSchema);
      if (body.kind !== 'parsed') return toFailure(context, body);
      const facts = body.value;
      const isTheirs = await people.database.inSpace(session, async (tx) => {
        await lockSpace(tx);
        const { memberships } = await readActor(tx, session);
        if (facts.promiseId !== undefined && !memberships.some(({ scope }) => scope === facts.promiseId)) return false;
        await noteAccess(tx, session, { event: 'exported', at: people.ports.now(), facts });
        return true;
      });
      return isTheirs ? context.json({ kind: 'done' }) : toUnknown(context);
    }),
  );

  app.get(
    '/api/session/extract',
    requireSession(people, async (context, session) => {
      const excess = findExcess(context, buckets, `extract ${session.userId}`, rates.extract);
      if (excess) return excess;
      const note = { event: 'extract-read', at: people.ports.now(), about: session.userId } as const;
      await noteAccessAlone(people.database, session, note);
      const extract = await people.database.readSpace(session, (tx) => readPersonExtract(tx, session));
      if (extract === undefined) return toUnknown(context);
      return context.json({ kind: 'extract', ...extract });
    }),
  );

  return app;
}
