/**
 * `npm run proof:screening` screens 10,000 personal numbers in each way of writing them and 400,000 lookalikes of each
 * class (sync 3.4, guard P2), and tells what is found. `--positives N` for each way and `--negatives N` for each class.
 * Ends with 1 when a number is missed, or when a class of lookalikes is blocked in half a per cent or more.
 */
import { parseArgs } from 'node:util';
import { screenText } from '#domain/screening/screen-text.ts';
import { createDraw, drawDay, drawNumber } from '#tests/domain/screening/made-up-numbers.ts';
import { numberFormats } from '#tests/domain/screening/number-formats.ts';
import { lookalikes, screeningDay } from '#tests/domain/screening/number-lookalikes.ts';

const { values } = parseArgs({
  options: { positives: { type: 'string', default: '10000' }, negatives: { type: 'string', default: '400000' } },
});
const [positives, negatives] = [Number(values.positives), Number(values.negatives)];
const write = (line: string) => process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)} %`;
const mostBlocked = 0.005;
const kinds: ReadonlySet<string> = new Set(['personal-number', 'coordination-number', 'interim-number']);
const screen = (text: string) => screenText(text, { today: screeningDay }).filter(({ kind }) => kinds.has(kind));
let isSound = true;

for (const [name, format] of Object.entries(numberFormats)) {
  const draw = createDraw(2026);
  let [found, blocked] = [0, 0];
  for (let count = 0; count < positives; count += 1) {
    const kind = count % 3 === 0 ? 'coordination' : 'personal';
    const written = format(drawNumber(draw, drawDay(draw, '1927-01-01', '2020-11-21'), kind));
    const findings = screen(`Träffade en person, ${written}, vid torget`);
    if (findings.some(({ match }) => match === written)) found += 1;
    else write(`missed: ${JSON.stringify(written)}`);
    if (findings.some(({ severity }) => severity === 'block')) blocked += 1;
  }
  isSound &&= found === positives;
  write(`${name}: ${found} of ${positives} found, ${percent(blocked, positives)} blocked`);
}

for (const [name, make] of Object.entries(lookalikes)) {
  const draw = createDraw(2027);
  let [blocked, pointedOut] = [0, 0];
  for (let count = 0; count < negatives; count += 1) {
    const findings = screen(make(draw));
    if (findings.some(({ severity }) => severity === 'block')) blocked += 1;
    else if (findings.length > 0) pointedOut += 1;
  }
  isSound &&= blocked < mostBlocked * negatives;
  write(`${name}: ${percent(blocked, negatives)} blocked, ${percent(pointedOut, negatives)} pointed out`);
}
process.exitCode = isSound ? 0 : 1;
