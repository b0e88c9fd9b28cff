/** JSON that is made to do harm, through every door by which JSON comes in (sync 3.4, guard T13). */
import { strToU8, zipSync } from 'fflate';
import { toSha256 } from '#documents/checksum.ts';
import { checkParts, readRecordFile } from '#documents/read-record-file.ts';
import { manifestName, sealMark } from '#documents/write-record-file.ts';
import { parsePublicFacts } from '#domain/public-page/public-facts.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, tableNames } from '#domain/records/tables.ts';
import { exchangeLimits } from '#protocol/exchange-limits.ts';
import { readPullAnswer, readPullRequest } from '#protocol/pull.ts';
import { readPushRequest } from '#protocol/push.ts';
import { setUpRequestSchema, signInRequestSchema } from '#protocol/session.ts';
import { readJsonBody } from '#server/guard/read-body.ts';
import { createRandom, type Random } from '#tests/simulation/random.ts';

export interface JsonReport {
  readonly cases: number;
  readonly refused: number;
  /** Milliseconds that the slowest refusal took, by door. */
  readonly slowest: ReadonlyMap<string, number>;
  /** What must not be: something thrown, a prototype changed, harm that was taken for good. */
  readonly complaints: readonly string[];
}

/** A text of JSON, and whether no door may take it. */
interface Harm {
  readonly name: string;
  readonly text: string;
  readonly isHopeless: boolean;
}

const depth = 100_000;
const spells = ['__proto__', 'constructor', 'prototype', '__defineGetter__', 'toString', 'hasOwnProperty'];
const numbers = ['1e400', '-1e400', '9007199254740993', '1e308', '-0', '0.1e-400', `1${'0'.repeat(400)}`];
const texts = ['"\\ud800"', '"\\udfff\\ud800"', '"\\u0000"', '"\\u202e"', '"__proto__"', `"${'a'.repeat(70_000)}"`];

/** Names that the doors know, so that what is wrong lies where somebody looks. */
const known =
  'epoch dev acked operations seq op f base format version kind parts about cursors scopes rows title'.split(' ');

const makers: readonly ((random: Random) => Harm)[] = [
  () => ({ name: 'nested lists', text: '['.repeat(depth) + ']'.repeat(depth), isHopeless: true }),
  () => ({ name: 'nested objects', text: `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`, isHopeless: true }),
  () => ({ name: 'open lists', text: '['.repeat(depth), isHopeless: true }),
  (random) => {
    const inner = '{"a":['.repeat(depth / 2) + ']}'.repeat(depth / 2);
    return { name: 'nested inside', text: `{"${random.pick(known)}":${inner}}`, isHopeless: true };
  },
  (random) => {
    const spell = random.pick(spells);
    const text = `{"${random.pick(known)}":{"${spell}":{"polluted":1}},"${spell}":{"polluted":1,"isAdmin":true}}`;
    return { name: 'names that reach a prototype', text, isHopeless: true };
  },
  (random) => {
    const name = random.pick(known);
    return { name: 'one name twice', text: `{"${name}":1,"${name}":{"a":2},"${name}":[]}`, isHopeless: true };
  },
  (random) => ({ name: 'numbers', text: `{"${random.pick(known)}":${random.pick(numbers)}}`, isHopeless: true }),
  (random) => ({ name: 'texts', text: `{"${random.pick(known)}":${random.pick(texts)}}`, isHopeless: true }),
  (random) => {
    const rows = Array.from({ length: random.below(2000) }, () => `"${random.below(9)}"`);
    return { name: 'many values', text: `{"${random.pick(known)}":[${rows}]}`, isHopeless: true };
  },
];

/** Right values with one thing wrong are what `mutate-body.ts` makes; here whole values are wrong. */
const hugeText = (): Harm => ({
  name: '10 MiB of text',
  text: `{"title":"${'a'.repeat(10 * 2 ** 20)}"}`,
  isHopeless: true,
});

interface Door {
  readonly name: string;
  /** Whether something of the text was taken. */
  readonly takes: (text: string) => boolean | Promise<boolean>;
}

const asBody = async (text: string, read: (value: unknown) => unknown): Promise<boolean> => {
  const request = new Request('http://localhost/api', { method: 'POST', body: text });
  const body = await readJsonBody(request, exchangeLimits.pushBytes);
  return body.kind === 'json' && read(body.value) !== undefined;
};

/** A file of ours around a manifest, with a checksum that holds: whoever makes such a file knows how. */
async function sealFile(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 1,
  });
  const mark = strToU8(sealMark);
  const content = new Uint8Array(zip.length + mark.length);
  content.set(zip);
  content.set(mark, zip.length);
  // The mark and the checksum are the comment of the zip, whose length its last two bytes say.
  content.set([mark.length + 64, 0], zip.length - 2);
  const whole = new Uint8Array(content.length + 64);
  whole.set(content);
  whole.set(strToU8(await toSha256(content)), content.length);
  return whole;
}

async function takesPart(text: string): Promise<boolean> {
  const line = `${text}\n`;
  const bytes = strToU8(line);
  const part = { name: 'promises-0001.jsonl', lines: 1, bytes: bytes.length, sha256: await toSha256(bytes) };
  const front = { format: 'lofteskollen', version: 1, kind: 'backup', savedAt: '2026-11-21T10:00:00Z', schema: 1 };
  const manifest = JSON.stringify({ ...front, parts: [part], about: {} });
  const file = await readRecordFile(await sealFile({ [manifestName]: manifest, [part.name]: line }), 'backup');
  if (file.kind !== 'read') return false;
  if ((await checkParts(file)) === 'damaged') return false;
  const [row] = await file.readPart(part);
  return tableNames.some((table) => parseRecord(schemaByTable[table], row).kind === 'valid');
}

const doors: readonly Door[] = [
  { name: 'push', takes: (text) => asBody(text, readPushRequest) },
  { name: 'pull', takes: (text) => asBody(text, readPullRequest) },
  { name: 'sign-in', takes: (text) => asBody(text, (value) => signInRequestSchema.safeParse(value).data) },
  { name: 'set-up', takes: (text) => asBody(text, (value) => setUpRequestSchema.safeParse(value).data) },
  { name: 'answer', takes: (text) => readPullAnswer(parse(text)) !== undefined },
  { name: 'public facts', takes: (text) => parsePublicFacts(text) !== undefined },
  {
    name: 'manifest',
    takes: async (text) => (await readRecordFile(await sealFile({ [manifestName]: text }), 'backup')).kind === 'read',
  },
  { name: 'rows of a file', takes: takesPart },
  {
    name: 'records',
    takes: (text) => {
      const value = parse(text);
      return tableNames.some((table) => parseRecord(schemaByTable[table], value).kind === 'valid');
    },
  },
];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In: how many cases, a seed, and a clock in milliseconds. Out: what came of them. */
export async function runHostileJson(options: {
  readonly cases: number;
  readonly seed: number;
  readonly watch: () => number;
}): Promise<JsonReport> {
  const random = createRandom(options.seed);
  const complaints: string[] = [];
  const slowest = new Map<string, number>();
  let refused = 0;
  for (let count = 0; count < options.cases; count += 1) {
    const harm = count % 500 === 499 ? hugeText() : random.pick(makers)(random);
    const door = random.pick(doors);
    const start = options.watch();
    const taken = await Promise.resolve()
      .then(() => door.takes(harm.text))
      .catch((problem: Error) => {
        complaints.push(`${harm.name} at ${door.name}: ${problem.message}`);
        return false;
      });
    slowest.set(door.name, Math.max(slowest.get(door.name) ?? 0, options.watch() - start));
    if (!taken) refused += 1;
    if (taken && harm.isHopeless) complaints.push(`${harm.name} at ${door.name} was taken: ${harm.text.slice(0, 200)}`);
    complaints.push(...findPollution().map((name) => `${harm.name} at ${door.name} changed ${name}`));
  }
  return { cases: options.cases, refused, slowest, complaints };
}

/** What every object would have, had a prototype been changed. It is taken away again, so that one case is not all of them. */
function findPollution(): readonly string[] {
  return [Object.prototype, Array.prototype, Function.prototype].flatMap((prototype) =>
    Object.keys(prototype).map((name) => {
      Reflect.deleteProperty(prototype, name);
      return name;
    }),
  );
}
