import { readHandoverFile, readOpenedHandover, writeHandoverFile } from '#documents/handover-file.ts';
import { openSealedFile } from '#documents/seal-file.ts';
import { takeHandover } from '#storage/take-handover.ts';
import { dumpDatabase } from '#tests/storage/dump-database.ts';
import { injectFaults } from '#tests/storage/fault-shim.ts';
import { make, openDevices, openTestDevice, take, work } from '#tests/storage/handover-ground.ts';
import type { Step } from '#tests/storage/play-actions.ts';
import { bendActions } from './bend-lines.ts';
import { buildFile } from './build-file.ts';
import type { FileKind } from './file-kind.ts';

const code = 'bro katt lampa skog';
const steps = (['log', 'several', 'text', 'confirm', 'correct', 'parties', 'log'] as const).map(
  (kind, n): Step => ({ kind, pick: n * 5 + 1, value: n * 4 + 1 }),
);

/** Handovers, taken in by a device that knows the beginning of them. */
export async function openHandoverKind(): Promise<FileKind> {
  const [maker, ...others] = await openDevices();
  if (!maker) throw new Error('There is no device');
  const receiver = openTestDevice(1);
  await take(receiver, await make(maker));
  await work(maker, steps);
  const sealed = await writeHandoverFile(await make(maker), code);
  const opened = await openSealedFile(sealed, code);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  await Promise.all([maker, ...others].map(({ db }) => db.delete()));

  const { db, tools } = receiver;
  const before = JSON.stringify(await dumpDatabase(db));
  const faults = injectFaults(db);
  faults.arm();
  return {
    name: 'handover',
    good: new Uint8Array(opened.bytes),
    sealed,
    take: async (bytes) => {
      // As the page does; and what lies inside, by one who knows the code.
      const closed = await readHandoverFile(bytes, code);
      const reading = closed.kind === 'not-ours' ? await readOpenedHandover(bytes) : closed;
      if (reading.kind === 'refused') return `refused ${reading.fault}`;
      if (reading.kind !== 'handover') return reading.kind;
      const { kind } = await takeHandover(db, reading.handover, tools);
      return kind === 'taken' ? 'accepted' : kind;
    },
    hasChanged: () => Promise.resolve(faults.writes > 0),
    hasOtherBytes: async () => JSON.stringify(await dumpDatabase(db)) !== before,
    families: [
      async (random, given) => {
        const { name, parts } = bendActions(random, given.parts);
        return { family: `action: ${name}`, bytes: await buildFile(given, { parts }) };
      },
    ],
    close: () => db.delete(),
  };
}
