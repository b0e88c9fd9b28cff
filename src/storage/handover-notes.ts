/** What a device remembers of handovers, in `meta`: its name, who knows what, what waits, and what was taken in last. */
import type { HandedAction } from '#domain/handover/handed-action.ts';
import type { Summary } from '#domain/handover/summary.ts';
import type { Database } from './database.ts';

const keys = {
  device: 'handover/device',
  partners: 'handover/partners',
  bundles: 'handover/bundles',
  missing: 'handover/missing',
  receipt: 'handover/receipt',
} as const;
const waitingPrefix = 'handover/waiting/';
/** The latest handovers are remembered by name. */
const mostBundles = 2000;

export interface HandoverDevice {
  /** Random, and nothing that a server knows. */
  readonly id: string;
  /** As its person calls it. */
  readonly name: string;
}

/** Somebody that was handed something, or handed something here, by the name that people gave them. */
export interface Partner {
  readonly at: string;
  /** The last handover between the two: the next one follows it. */
  readonly bundle: string;
  /** What they know of each promise. */
  readonly known: Readonly<Record<string, Summary>>;
}
export type Partners = Readonly<Record<string, Partner>>;

/** A handover that another one follows, and that has not come. */
export interface MissingBundle {
  readonly id: string;
  readonly from: string;
  readonly at: string;
}

/** What can be given back: the last handover that was taken in, and how everything stood before it. */
export interface HandoverReceipt {
  readonly id: string;
  readonly from: string;
  readonly at: string;
  readonly promiseIds: readonly string[];
  readonly txs: readonly string[];
  /** How many actions each promise knew after it: any other number says that work went on. */
  readonly counts: Readonly<Record<string, number>>;
  readonly before: HandoverNotes;
}

/** Everything that taking in changes besides the records. */
export interface HandoverNotes {
  readonly partners: Partners;
  readonly bundles: readonly string[];
  readonly missing: readonly MissingBundle[];
  readonly waiting: readonly HandedAction[];
}

const read = async <T>(db: Database, key: string): Promise<T | undefined> =>
  (await db.meta.get(key))?.value as T | undefined;

export const readHandoverDevice = (db: Database): Promise<HandoverDevice | undefined> => read(db, keys.device);
export const putHandoverDevice = (db: Database, device: HandoverDevice): Promise<unknown> =>
  db.meta.put({ key: keys.device, value: device });

export async function readNotes(db: Database): Promise<HandoverNotes> {
  const [partners, bundles, missing, waiting] = await Promise.all([
    read<Partners>(db, keys.partners),
    read<readonly string[]>(db, keys.bundles),
    read<readonly MissingBundle[]>(db, keys.missing),
    db.meta.where('key').startsWith(waitingPrefix).toArray(),
  ]);
  return {
    partners: partners ?? {},
    bundles: bundles ?? [],
    missing: missing ?? [],
    waiting: waiting.map(({ value }) => value as HandedAction),
  };
}

export async function putNotes(db: Database, { partners, bundles, missing, waiting }: HandoverNotes): Promise<void> {
  await db.meta.where('key').startsWith(waitingPrefix).delete();
  await db.meta.bulkPut([
    { key: keys.partners, value: partners },
    { key: keys.bundles, value: bundles.slice(-mostBundles) },
    { key: keys.missing, value: missing },
    ...waiting.map((action) => ({ key: `${waitingPrefix}${action.tx}`, value: action })),
  ]);
}

export const readReceipt = (db: Database): Promise<HandoverReceipt | undefined> => read(db, keys.receipt);
export const putReceipt = (db: Database, receipt: HandoverReceipt): Promise<unknown> =>
  db.meta.put({ key: keys.receipt, value: receipt });
export const forgetReceipt = (db: Database): Promise<void> => db.meta.delete(keys.receipt);
