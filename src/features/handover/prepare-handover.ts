import { listOperations } from '#domain/handover/handed-action.ts';
import type { Handover } from '#domain/handover/handover.ts';
import { toHandoverCode } from '#domain/handover/handover-code.ts';
import { isCreation } from '#domain/operations/check-operation.ts';
import type { Services } from '#features/services.ts';
import { putHandoverDevice, readHandoverDevice, readNotes } from '#storage/handover-notes.ts';
import { makeHandover, noteHanded } from '#storage/make-handover.ts';

/** What a person wishes to hand over. */
export interface GiveWish {
  readonly promiseIds: readonly string[];
  readonly deviceName: string;
  readonly receiver: string;
  readonly extent: 'all' | 'since';
}

export interface HandoverCount {
  readonly logs: number;
  readonly others: number;
  /** The first and the last day that a log is about. */
  readonly days: readonly [from: string, to: string] | undefined;
}

export type PreparedHandover =
  | {
      readonly kind: 'prepared';
      readonly handover: Handover;
      readonly receiver: string;
      readonly code: string;
      readonly count: HandoverCount;
    }
  | { readonly kind: 'not-whole'; readonly titles: readonly string[] };

/** Collects what shall go, with a code of its own. Nothing has left the device then. */
export async function prepareHandover({ db, clock, newId }: Services, wish: GiveWish): Promise<PreparedHandover> {
  const known = await readHandoverDevice(db);
  const from = { id: known?.id ?? newId(), name: wish.deviceName };
  if (known?.name !== from.name) await putHandoverDevice(db, from);
  const { partners } = await readNotes(db);
  const made = await makeHandover(db, {
    id: newId(),
    savedAt: clock.now(),
    from,
    promiseIds: wish.promiseIds,
    since: wish.extent === 'since' ? partners[wish.receiver] : undefined,
  });
  if (made.kind !== 'made') return { kind: 'not-whole', titles: made.kind === 'not-whole' ? made.titles : [] };
  const code = toHandoverCode(crypto.getRandomValues(new Uint8Array(96)));
  const { handover } = made;
  return { kind: 'prepared', handover, receiver: wish.receiver, code, count: countHandover(handover) };
}

function countHandover({ actions }: Handover): HandoverCount {
  const operations = actions.flatMap(listOperations).map(({ op }) => op);
  const logs = operations.filter(({ tbl, kind }) => tbl === 'progressLogs' && isCreation(kind));
  const days = logs.map(({ f }) => String(f?.date)).sort();
  const [first, last] = [days[0], days.at(-1)];
  return {
    logs: logs.length,
    others: operations.length - logs.length,
    days: first !== undefined && last !== undefined ? [first, last] : undefined,
  };
}

/** The bytes that go into a file or into codes. From then on the receiver is expected to know what is in it. */
export async function sealHandover(
  { db }: Services,
  { handover, code, receiver }: Extract<PreparedHandover, { kind: 'prepared' }>,
  isSmall: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const { writeHandoverFile } = await import('#documents/handover-file.ts');
  const bytes = await writeHandoverFile(handover, code, { isSmall });
  await noteHanded(db, handover, receiver);
  return bytes;
}
