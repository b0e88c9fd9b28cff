/**
 * `npm run proof:fuzz` sends a million made-up bodies to the server, in courses of 2,000, each on a database of its own.
 * `--bodies N` and `--from SEED` as wished. Ends with 1 when anything was found.
 */
import { parseArgs } from 'node:util';
import { fuzzExchange } from './fuzz-exchange.ts';

const perCourse = 2000;
const { values } = parseArgs({
  options: { bodies: { type: 'string', default: '1000000' }, from: { type: 'string', default: '1' } },
});
const write = (line: string) => process.stdout.write(`${line}\n`);

const kinds = new Map<string, number>();
let [sent, slowest, found] = [0, 0, 0];
for (let seed = Number(values.from); sent < Number(values.bodies); seed += 1) {
  const report = await fuzzExchange(
    seed,
    Math.min(perCourse, Number(values.bodies) - sent),
    performance.now.bind(performance),
  );
  sent += report.bodies;
  slowest = Math.max(slowest, report.slowest);
  found += report.complaints.length;
  for (const [kind, count] of report.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  for (const complaint of report.complaints) write(`seed ${seed}: ${complaint}`);
  const counts = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
  write(`${sent} bodies to seed ${seed}, ${found} found, slowest ${Math.round(slowest)} ms: ${counts}`);
}
process.exitCode = found === 0 ? 0 : 1;
