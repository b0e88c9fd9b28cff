/**
 * `npm run proof:tables` reads 200,000 changed CSV files and workbooks and 5,000 zip bombs (sync 3.4). `--files N`,
 * `--bombs N`, `--from SEED` and `--minutes M` as wished. Ends with 1 when anything was found, took longer than five
 * seconds, or made the process more than 200 MiB larger.
 */
import { parseArgs } from 'node:util';
import { fuzzTables } from './fuzz-tables.ts';

const perCourse = { files: 1000, bombs: 25 };
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '200000' },
    bombs: { type: 'string', default: '5000' },
    from: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
  },
});
const write = (line: string) => process.stdout.write(`${line}\n`);
// Time of the processor: what else runs on the machine is no file's doing.
const watch = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const mebibytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
const kinds = new Map<string, number>();
const [allFiles, allBombs, end] = [
  Number(values.files),
  Number(values.bombs),
  performance.now() + Number(values.minutes) * 60_000,
];
let [files, bombs, found, slowest, largest] = [0, 0, 0, 0, 0];
let before = 0;

for (let seed = Number(values.from); (files < allFiles || bombs < allBombs) && performance.now() < end; seed += 1) {
  const wanted = {
    files: Math.min(perCourse.files, allFiles - files),
    bombs: Math.min(perCourse.bombs, allBombs - bombs),
  };
  const report = await fuzzTables({ seed, ...wanted, watch });
  files += report.files;
  bombs += report.bombs;
  found += report.complaints.length;
  for (const complaint of report.complaints) write(complaint);
  for (const [kind, count] of report.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  if (report.slowest.time > slowest)
    write(`slowest so far: ${Math.round(report.slowest.time)} ms, ${report.slowest.what}`);
  slowest = Math.max(slowest, report.slowest.time);
  // The first course warms up: what the program itself takes is no file's doing.
  before ||= mebibytes();
  largest = Math.max(largest, mebibytes() - before);
  if (seed % 20 === 0) tell();
}
tell();

function tell(): void {
  const outcomes = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
  const time = `slowest ${Math.round(slowest)} ms, ${largest} MiB more`;
  write(`${files} files, ${bombs} bombs, ${found} found, ${time}: ${outcomes}`);
}
process.exitCode = found === 0 && slowest <= 5000 && largest <= 200 ? 0 : 1;
