/**
 * `npm run proof:handover -- --cases N` has three devices work without a server and hand each other what they know, in N
 * made-up ways. `--seed S` as wished. Then `--forgeries M` that no app has made are handed in. Ends with 1 when two devices
 * ended differently, or a forgery did harm, and tells how to play it again.
 */
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { casesOf, playCase } from './handover-case.ts';
import { playForgeries } from './handover-forgeries.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    events: { type: 'string', default: '24' },
    forgeries: { type: 'string', default: '10000' },
  },
});
const write = (line: string) => process.stdout.write(`${line}\n`);
const begun = performance.now();
let [cases, handovers, taken, actions] = [0, 0, 0, 0];

const law = fc.asyncProperty(casesOf(Number(values.events)), async (drawn) => {
  const figures = await playCase(drawn);
  cases += 1;
  handovers += figures.handovers;
  taken += figures.taken;
  actions += figures.actions;
  if (cases % 100 === 0) write(`${cases} cases, ${handovers} handovers, ${taken} times taken in`);
});
const details = await fc.check(law, {
  numRuns: Number(values.cases),
  seed: Number(values.seed),
  endOnFailure: true,
});
const seconds = Math.round((performance.now() - begun) / 1000);
write(`${cases} cases, ${handovers} handovers of ${actions} actions, ${taken} times taken in, ${seconds} s`);
if (details.failed) {
  write(String(details.errorInstance ?? ''));
  write(JSON.stringify(details.counterexample));
  process.exitCode = 1;
}

const { answers, complaints } = await playForgeries(Number(values.seed), Number(values.forgeries));
for (const [answer, count] of [...answers].sort()) write(`  ${answer}: ${count}`);
for (const complaint of complaints) write(complaint);
if (complaints.length > 0) process.exitCode = 1;
