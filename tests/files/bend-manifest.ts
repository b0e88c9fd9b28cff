/** Fronts that lie, each with a right checksum behind it. */
import { strToU8 } from 'fflate';
import { pickBetween, type Random } from '#domain/examples/seeded-random.ts';
import type { FilePlan, OpenedParts } from './build-file.ts';
import { drawFrom } from './draw.ts';

type Front = Readonly<Record<string, unknown>>;
type Part = Readonly<Record<string, unknown>>;

const bendPart =
  (random: Random, change: (part: Part) => Part) =>
  (front: Front): Front => {
    const parts = front.parts as readonly Part[];
    const at = pickBetween(random, 0, parts.length - 1);
    return { ...front, parts: parts.map((part, index) => (index === at ? change(part) : part)) };
  };

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const paths = [
  '../goals-0001.jsonl',
  '/etc/passwd',
  'C:\\goals-0001.jsonl',
  'goals-0001.jsonl/../x',
  'goals-1.jsonl',
  '',
  '__proto__',
  '\ud800-0001.jsonl',
];

const bends: readonly (readonly [name: string, plan: (random: Random, opened: OpenedParts) => Partial<FilePlan>])[] = [
  [
    'lines',
    (random) => ({
      bend: bendPart(random, (part) => ({ ...part, lines: Number(part.lines) + drawFrom(random, [-1, 1, 1e6]) })),
    }),
  ],
  [
    'bytes',
    (random) => ({
      bend: bendPart(random, (part) => ({ ...part, bytes: Number(part.bytes) + drawFrom(random, [-1, 1, 1e9]) })),
    }),
  ],
  ['negative', (random) => ({ bend: bendPart(random, (part) => ({ ...part, bytes: -1, lines: -1 })) })],
  ['checksum', (random) => ({ bend: bendPart(random, (part) => ({ ...part, sha256: '0'.repeat(64) })) })],
  ['path', (random) => ({ bend: bendPart(random, (part) => ({ ...part, name: drawFrom(random, paths) })) })],
  [
    'named twice',
    () => ({ bend: (front) => ({ ...front, parts: [...(front.parts as Part[]), ...(front.parts as Part[])] }) }),
  ],
  [
    'part missing',
    (random) => ({ bend: (front) => ({ ...front, parts: (front.parts as Part[]).slice(pickBetween(random, 1, 3)) }) }),
  ],
  [
    '100,000 parts',
    () => ({
      bend: (front) => ({
        ...front,
        parts: Array.from({ length: 100_000 }, (_, n) => ({
          name: `goals-${n}.jsonl`,
          lines: 0,
          bytes: 0,
          sha256: '',
        })),
      }),
    }),
  ],
  [
    'extra part',
    (random) => ({ extra: { [drawFrom(random, ['evil.js', '../evil', 'goals-9999.jsonl'])]: strToU8('x') } }),
  ],
  [
    '2,000 extra parts',
    () => ({ extra: Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`goals-${n}.jsonl`, strToU8('')])) }),
  ],
  [
    'another kind',
    (random) => ({
      bend: (front) => {
        const kind = drawFrom<unknown>(random, ['archive', 'handover', 'x', null, 1]);
        return { ...front, kind: kind === front.kind ? 'backup' : kind };
      },
    }),
  ],
  ['newer version', () => ({ bend: (front) => ({ ...front, version: 2 }) })],
  [
    'no version',
    (random) => ({ bend: (front) => ({ ...front, version: drawFrom<unknown>(random, [-1, 0, 1.5, '1', null]) }) }),
  ],
  ['newer schema', () => ({ bend: (front) => ({ ...front, schema: 99 }) })],
  ['unknown field', () => ({ bend: (front) => ({ ...front, extra: true }) })],
  [
    'other format',
    (random) => ({
      bend: (front) => ({ ...front, format: drawFrom<unknown>(random, ['Lofteskollen', '', null, {}]) }),
    }),
  ],
  ['no front', (random) => ({ bendText: () => drawFrom(random, ['', 'null', '[]', '7', '"a"', '{', '{}', '\u0000']) })],
  ['deep', () => ({ bendText: (text) => text.replace('"about":{', `"about":{"a":${deep(20_000)},`) })],
  ['proto', () => ({ bendText: (text) => text.replace(/^\{/, '{"__proto__":{"format":"lofteskollen"},') })],
  ['huge number', () => ({ bendText: (text) => text.replace('"version":1', '"version":1e999') })],
  ['long instant', () => ({ bend: (front) => ({ ...front, savedAt: '2'.repeat(10_000) }) })],
];

export function bendManifest(random: Random, opened: OpenedParts): { readonly name: string; readonly plan: FilePlan } {
  const [name, plan] = drawFrom(random, bends);
  return { name, plan: { parts: opened.parts, ...plan(random, opened) } };
}
