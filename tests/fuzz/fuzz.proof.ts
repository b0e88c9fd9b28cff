/**
 * `npm run proof:fuzz` sends a million made-up bodies to the server, in courses of 2,000, each on a database of its own.
 * `--bodies N`, `--from SEED` and `--engine postgres` as wished; there several courses run at once, since each of them
 * waits half of its time. Ends with 1 when anything was found.
 */
import { parseArgs } from 'node:util';
import { openMockServer } from '#mocks/mock-server.ts';
import { openPostgresGround } from '#tests/support/mock-on-postgres.ts';
import { collectActions } from './collect-bodies.ts';
import { type FuzzOptions, fuzzExchange } from './fuzz-exchange.ts';

const perCourse = 2000;
const { values } = parseArgs({
  options: {
    bodies: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'pglite' },
  },
});
const write = (line: string) => process.stdout.write(`${line}\n`);

interface Ground {
  readonly atOnce: number;
  readonly open: FuzzOptions['open'];
  readonly stop: () => Promise<void>;
}

/** The native database answers several times as quickly as the embedded one. */
const openPostgres = async (): Promise<Ground> => ({ atOnce: 3, ...(await openPostgresGround()) });

const onPglite: Ground = { atOnce: 1, open: (now) => openMockServer({ now }), stop: async () => undefined };

const { atOnce, open, stop } = values.engine === 'postgres' ? await openPostgres() : onPglite;
const [actions, wanted] = [await collectActions(), Number(values.bodies)];
const watch = () => performance.now();
const kinds = new Map<string, number>();
let nextSeed = Number(values.from);
let [begun, sent, slowest, found] = [0, 0, 0, 0];

async function runCourses(): Promise<void> {
  while (begun < wanted) {
    const bodies = Math.min(perCourse, wanted - begun);
    const seed = nextSeed;
    nextSeed += 1;
    begun += bodies;
    const report = await fuzzExchange({ seed, bodies, actions, open, watch }).catch((error: Error) => {
      write(`seed ${seed} ended early: ${error.stack}`);
      return { bodies: 0, kinds: new Map<string, number>(), slowest: 0, complaints: ['ended early'] };
    });
    sent += report.bodies;
    slowest = Math.max(slowest, report.slowest);
    found += report.complaints.length;
    for (const [kind, count] of report.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    for (const complaint of report.complaints) write(`seed ${seed}: ${complaint}`);
    const counts = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
    const pace = Math.round((sent / watch()) * 1000);
    write(`${sent} bodies to seed ${seed}, ${found} found, slowest ${Math.round(slowest)} ms, ${pace}/s: ${counts}`);
  }
}

try {
  await Promise.all(Array.from({ length: atOnce }, runCourses));
} finally {
  await stop();
}
process.exitCode = found === 0 ? 0 : 1;
