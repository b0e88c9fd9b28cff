/**
 * `npm run proof:hostile -- --texts 10000` puts so many hostile texts into every field of a promise and writes every file
 * from it, as the app would have saved them and as another program might have sent them, in both languages; then harmful
 * JSON comes to every door, `--json N` times. `--from SEED`. Ends with 1 when a text became more than a text, or anything
 * was taken, or refused later than 20 ms. What pages show of such texts, the tests of the browser hold.
 */
import { parseArgs } from 'node:util';
import { findBreakouts } from '#tests/hostile/find-breakouts.ts';
import { makeHostileTexts } from '#tests/hostile/hostile-texts.ts';
import { createFill, writeEverything } from '#tests/hostile/write-everything.ts';
import { runHostileJson } from './hostile-json.ts';

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '10000' },
    json: { type: 'string', default: '100000' },
    from: { type: 'string', default: '1' },
  },
});
const [wanted, cases, seed] = [Number(values.texts), Number(values.json), Number(values.from)];
const write = (line: string) => process.stdout.write(`${line}\n`);
const longestRefusal = 20;
let found = 0;

const calmTexts = ['Torget', 'Två ord', 'Rad ett\nrad två', 'Lugnt <lite>'];
const calm = {
  sv: await writeEverything(createFill(inTurn(calmTexts), 'saved'), 'sv'),
  en: await writeEverything(createFill(inTurn(calmTexts), 'saved'), 'en'),
};
const texts = makeHostileTexts(seed, wanted);
let [used, rounds] = [0, 0];
while (used < texts.length) {
  const next = () => texts[used++ % texts.length] ?? '';
  const [language, fidelity] = rounds % 2 === 0 ? (['sv', 'saved'] as const) : (['en', 'sent'] as const);
  const files = await writeEverything(createFill(next, fidelity), language);
  const breakouts = findBreakouts(calm[language], files).filter(
    (one) => fidelity === 'saved' || !one.includes('turns'),
  );
  for (const breakout of breakouts) write(`round ${rounds}: ${breakout}`);
  found += breakouts.length;
  rounds += 1;
}
write(`${Math.min(used, texts.length)} texts in ${rounds} rounds of every file: ${found} found`);

// Time of the processor: what else runs on the machine is no text's doing.
const watch = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const report = await runHostileJson({ cases, seed, watch });
for (const complaint of report.complaints.slice(0, 50)) write(complaint);
const times = [...report.slowest].map(([door, time]) => `${door} ${time.toFixed(1)}`).join(', ');
write(
  `${report.cases} cases of JSON, ${report.refused} refused, ${report.complaints.length} found, slowest ms: ${times}`,
);
found += report.complaints.length + [...report.slowest.values()].filter((time) => time > longestRefusal).length;
process.exitCode = found === 0 ? 0 : 1;

function inTurn(all: readonly string[]): () => string {
  let at = 0;
  return () => all[at++ % all.length] ?? '';
}
