/**
 * `npm run proof:files` hands 100,000 files of each kind that are flipped, cut off, foreign or made to do harm to what
 * reads files that carry records, on a real database: none may change a byte, and none may end in a fault. `--cases N`,
 * `--from NUMBER`, `--kind backup` or `handover` alone. Ends with 1 when anything was found.
 */
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { openBackupKind } from './backup-kind.ts';
import type { FileKind } from './file-kind.ts';
import { openHandoverKind } from './handover-kind.ts';
import { runFiles } from './run-files.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    from: { type: 'string', default: '0' },
    kind: { type: 'string' },
  },
});
const write = (line: string) => process.stdout.write(`${line}\n`);
const watch = () => performance.now();
/** A further kind of file joins here. */
const openers: Readonly<Record<string, () => Promise<FileKind>>> = {
  backup: openBackupKind,
  handover: openHandoverKind,
};
const wanted = Object.entries(openers).filter(([name]) => (values.kind ?? name) === name);
if (wanted.length === 0) throw new Error(`There is no kind "${values.kind}": ${Object.keys(openers).join(', ')}`);
const perRound = 10_000;
let found = 0;

for (const [, open] of wanted) {
  const kind = await open();
  const end = Number(values.from) + Number(values.cases);
  const answers = new Map<string, number>();
  const families = new Set<string>();
  let slowest = 0;
  for (let from = Number(values.from); from < end && found === 0; from += perRound) {
    const report = await runFiles(kind, { from, count: Math.min(perRound, end - from), watch });
    found += report.complaints.length;
    slowest = Math.max(slowest, report.slowest);
    for (const family of report.families) families.add(family);
    for (const [answer, count] of report.answers) answers.set(answer, (answers.get(answer) ?? 0) + count);
    for (const complaint of report.complaints) write(complaint);
    const files = Math.min(from + perRound, end) - Number(values.from);
    write(`${kind.name}: ${files} files of ${families.size} kinds, ${found} found, slowest ${Math.round(slowest)} ms`);
  }
  for (const [answer, count] of [...answers].sort()) write(`  ${answer}: ${count}`);
  await kind.close();
}
process.exitCode = found === 0 ? 0 : 1;
