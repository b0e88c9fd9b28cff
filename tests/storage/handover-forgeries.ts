/** Handovers that no app has made: any part of their JSON is something else, and every checksum is right. */
import { createSeededRandom, pickBetween, type Random } from '#domain/examples/seeded-random.ts';
import { type Handover, parseHandover } from '#domain/handover/handover.ts';
import { schemaVersion } from '#domain/operations/operation.ts';
import { commitAction } from '#storage/commit-action.ts';
import { takeHandover } from '#storage/take-handover.ts';
import { dumpDatabase } from './dump-database.ts';
import { findBroken, make, openTestDevice, type TestDevice, take, work } from './handover-ground.ts';
import { toWrites } from './records.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const elsewhere = '01900000-0000-7000-8000-ffffffffffff';
const junk: readonly Json[] = [
  null,
  true,
  -1,
  1.5,
  1e300,
  '',
  'x',
  '__proto__',
  elsewhere,
  '2026-02-30',
  '9999-12-31T00:00:00Z',
  'create',
  'delete',
  'guard',
  'progressLogs',
  'promises',
  'å'.repeat(50_000),
  '\ud800',
  '\u202e<script>',
  [],
  {},
  [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]],
];
const names = ['__proto__', 'constructor', 'id', 'tags', 'replacedBy', 'version', 'f', 'base', 'after', 'example', 'x'];

const pickOne = <T>(random: Random, items: readonly T[]): T => items[pickBetween(random, 0, items.length - 1)] as T;

/** Changes one place of a value, in place. Other texts of the same value are tried as well as nonsense. */
function bend(root: Json[], random: Random): void {
  const places: { readonly holder: Json[] | { [name: string]: Json }; readonly key: string }[] = [];
  const texts: string[] = [];
  const visit = (holder: Json): void => {
    if (typeof holder === 'string') texts.push(holder);
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      visit(Reflect.get(holder, key) as Json);
    }
  };
  visit(root);
  const { holder, key } = pickOne(random, places);
  const way = pickBetween(random, 0, 9);
  if (way === 0) Reflect.deleteProperty(holder, key);
  else if (way === 1)
    Object.defineProperty(holder, pickOne(random, names), {
      value: pickOne(random, junk),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else if (way < 6) Reflect.set(holder, key, pickOne(random, texts));
  else Reflect.set(holder, key, pickOne(random, junk));
}

export interface ForgeryReport {
  readonly answers: ReadonlyMap<string, number>;
  readonly complaints: readonly string[];
}

interface Ground {
  readonly device: TestDevice;
  readonly before: string;
}

/** A device that knows the beginning. */
async function openGround(beginning: Handover): Promise<Ground> {
  const device = openTestDevice(1);
  await take(device, beginning);
  return { device, before: await dump(device) };
}

const dump = async ({ db }: TestDevice) => JSON.stringify(await dumpDatabase(db));

/**
 * Hands forgeries to a device: what is refused must change nothing, and what is taken, since anybody may hand over
 * anything that is right in itself, must leave rows that are what their history says, and figures that are what the logs give.
 */
export async function playForgeries(from: number, count: number): Promise<ForgeryReport> {
  const maker = openTestDevice(0);
  await commitAction(maker.db, { label: 'record-created', writes: toWrites(maker.story) }, maker.tools);
  const kinds = [
    'log',
    'confirm',
    'correct',
    'text',
    'parties',
    'version',
    'several',
    'remove',
    'undo',
    'goal',
  ] as const;
  await work(
    maker,
    kinds.slice(0, 5).map((kind, n) => ({ kind, pick: n * 7, value: n * 3 })),
  );
  const beginning = await make(maker);
  await work(
    maker,
    kinds.map((kind, n) => ({ kind, pick: n * 5 + 1, value: n * 4 + 1 })),
  );
  const all = await make(maker);
  await maker.db.delete();

  const answers = new Map<string, number>();
  const complaints: string[] = [];
  let ground = await openGround(beginning);
  for (let number = from; number < from + count && complaints.length < 20; number++) {
    const random = createSeededRandom(number);
    const { actions: given, known: _known, savedAt, ...about } = all;
    const actions = JSON.parse(JSON.stringify(given)) as Json[];
    const front = JSON.parse(JSON.stringify(about)) as Json;
    if (pickBetween(random, 0, 19) === 0) bend([front], random);
    else for (let times = pickBetween(random, 1, 3); times > 0; times--) bend(actions, random);
    const answer = await tryForgery(ground.device, {
      savedAt,
      schema: schemaVersion,
      about: front,
      actions,
      known: [],
    });
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    if (answer.startsWith('threw')) complaints.push(`${number}: ${answer}`);
    if (answer === 'taken') {
      complaints.push(...(await findBroken(ground.device)).map((text) => `${number}: ${text}`));
      await ground.device.db.delete();
      ground = await openGround(beginning);
    } else if (number % 50 === 0 && (await dump(ground.device)) !== ground.before) {
      complaints.push(`${number}: something changed, or in the 50 before it`);
    }
  }
  if ((await dump(ground.device)) !== ground.before) complaints.push('something changed');
  await ground.device.db.delete();
  return { answers, complaints };
}

async function tryForgery(device: TestDevice, carried: Parameters<typeof parseHandover>[0]): Promise<string> {
  try {
    // As a file carries it: a list has no names of its own there, whatever was put on it.
    const reading = parseHandover(JSON.parse(JSON.stringify(carried)));
    if (reading.kind !== 'handover') return reading.kind === 'refused' ? `refused: ${reading.fault}` : reading.kind;
    return (await takeHandover(device.db, reading.handover, device.tools)).kind;
  } catch (error) {
    return `threw ${String(error instanceof Error ? error.stack : error).slice(0, 600)}`;
  }
}
