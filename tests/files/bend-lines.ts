/** Lines that no app has written: rows that break their schema or each other, and history that does not play. */
import { pickBetween, type Random } from '#domain/examples/seeded-random.ts';
import { drawFrom } from './draw.ts';

export type Lines = ReadonlyMap<string, readonly string[]>;
interface Bent {
  readonly name: string;
  readonly parts: Lines;
}

const elsewhere = '01900000-0000-7000-8000-ffffffffffff';
const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

type Row = Record<string, unknown>;
type BendLine = (line: string, random: Random) => string;
const asRow =
  (change: (row: Row, random: Random) => unknown): BendLine =>
  (line, random) =>
    JSON.stringify(change(JSON.parse(line) as Row, random));
/** As text: JSON would lose it. */
const withField =
  (field: string): BendLine =>
  (line) =>
    line.replace(/^\{/, `{${field},`);

const rowBends: readonly (readonly [name: string, bend: BendLine])[] = [
  ['no row', (_line, random) => drawFrom(random, ['null', '7', '"rad"', '[]', '{}', 'true'])],
  ['no JSON', (line, random) => drawFrom(random, [line.slice(1), `${line}}`, '{"id":', 'undefined', ''])],
  ['no id', asRow(({ id: _id, ...row }) => row)],
  [
    'other id',
    asRow((row, random) => ({
      ...row,
      id: drawFrom<unknown>(random, ['__proto__', '', 7, null, '../1', 'A'.repeat(36)]),
    })),
  ],
  ['other promise', asRow((row) => ({ ...row, promiseId: elsewhere }))],
  ['no stamp', asRow(({ createdAt: _createdAt, ...row }) => row)],
  ['wrong stamp', asRow((row, random) => ({ ...row, updatedAt: drawFrom<unknown>(random, [null, 7, {}, '', []]) }))],
  [
    'tags',
    asRow((row, random) => ({ ...row, tags: drawFrom<unknown>(random, [{ text: 'x' }, [], 7, { text: null }, 'a']) })),
  ],
  ['replaced', asRow((row) => ({ ...row, replacedBy: 'x' }))],
  ['deep', withField(`"x":${deep(5000)}`)],
  ['deeper than a stack', withField(`"x":${deep(60_000)}`)],
  ['proto', withField('"__proto__":{"deletedAt":"2026"}')],
  ['constructor', withField('"constructor":{"prototype":{"a":1}}')],
  ['nested proto', withField('"x":{"y":[{"__proto__":[]}]}')],
  ['huge number', withField('"x":1e999')],
  ['number that is not exact', withField('"x":9007199254740993')],
  ['lone surrogate in a name', withField('"\\ud800":1')],
  ['many values', withField(`"x":[${'0,'.repeat(100_001)}0]`)],
];

/** Only where there is such a table. */
const tableBends: readonly (readonly [name: string, table: string, bend: BendLine])[] = [
  ['example', 'promises', asRow((row) => ({ ...row, example: 'promise' }))],
  ['reversed kind', 'promises', asRow((row) => ({ ...row, kind: 'hostile' }))],
  ['not its own promise', 'promises', asRow((row) => ({ ...row, id: elsewhere }))],
  [
    'target',
    'goals',
    asRow((row, random) => ({
      ...row,
      target: drawFrom<unknown>(random, [null, {}, { kind: 'count', value: -1, unit: '' }]),
    })),
  ],
  ['level', 'goals', asRow((row) => ({ ...row, level: '__proto__' }))],
  ['activity elsewhere', 'progressLogs', asRow((row) => ({ ...row, activityIds: [elsewhere] }))],
  ['no activity', 'progressLogs', asRow((row) => ({ ...row, activityIds: [] }))],
  [
    'no day',
    'progressLogs',
    asRow((row, random) => ({ ...row, date: drawFrom<unknown>(random, ['2026-02-30', '', 0, '2026-1-1']) })),
  ],
  ['negative amount', 'progressLogs', asRow((row) => ({ ...row, quantities: { a: -1 } }))],
  ['amount in letters', 'progressLogs', asRow((row) => ({ ...row, quantities: { a: '7' } }))],
  ['long note', 'progressLogs', asRow((row) => ({ ...row, note: 'å'.repeat(401) }))],
  ['settings of another', 'settings', asRow((row) => ({ ...row, key: 'device/server' }))],
  ['settings without value', 'settings', asRow((row) => ({ ...row, value: null }))],
  ['draft without name', 'drafts', asRow(({ key: _key, ...row }) => row)],
  ['figure', 'figures', asRow((row) => ({ ...row, tally: { events: 1.5 } }))],
];

const tableOf = (part: string) => part.slice(0, part.indexOf('-'));

function bendOne(parts: Lines, part: string, at: number, bend: (line: string) => readonly string[]): Lines {
  return new Map(
    Array.from(parts, ([name, lines]) => [
      name,
      name === part ? lines.flatMap((line, index) => (index === at ? bend(line) : [line])) : lines,
    ]),
  );
}

/**
 * In every line of a handover these are wrong. Whatever else is right in itself may be handed over by anybody: that is
 * tried by forgeries (`proof:handover`).
 */
const wrongAnywhere: ReadonlySet<string> = new Set([
  ...['no row', 'no JSON', 'deep', 'deeper than a stack', 'proto', 'constructor', 'nested proto', 'huge number'],
  ...['number that is not exact', 'lone surrogate in a name', 'many values', 'tags', 'replaced', 'wrong stamp'],
]);
const rightInItself: ReadonlySet<string> = new Set(['other row']);

/** Lines of a handover: its actions, and what its maker knows. */
export function bendActions(random: Random, parts: Lines): Bent {
  const anywhere = rowBends.filter(([name]) => wrongAnywhere.has(name));
  const inActions = historyBends.filter(([name]) => !rightInItself.has(name));
  const choice = pickBetween(random, 0, anywhere.length + inActions.length);
  const [name = 'twice', bend] = anywhere[choice] ?? inActions[choice - anywhere.length] ?? [];
  const own = [...parts.keys()].filter((part) => choice < anywhere.length || tableOf(part) === 'actions');
  const part = drawFrom(random, own);
  const at = pickBetween(random, 0, (parts.get(part)?.length ?? 1) - 1);
  return { name, parts: bendOne(parts, part, at, (line) => (bend ? [bend(line, random)] : [line, line])) };
}

/** In: the lines, and the tables in which a row may be bent. */
export function bendRows(random: Random, parts: Lines, tables: readonly string[]): Bent {
  const bendable = [...parts.keys()].filter((part) => tables.includes(tableOf(part)));
  const special = tableBends.filter(([, table]) => bendable.some((part) => tableOf(part) === table));
  const choice = pickBetween(random, 0, rowBends.length + special.length);
  const [named, table, bendTable] = special[choice - rowBends.length] ?? [];
  const own = bendable.filter((part) => (table === undefined ? isRowTable(tableOf(part)) : tableOf(part) === table));
  const part = drawFrom(random, own);
  const at = pickBetween(random, 0, (parts.get(part)?.length ?? 1) - 1);
  if (named !== undefined && bendTable !== undefined)
    return { name: named, parts: bendOne(parts, part, at, (line) => [bendTable(line, random)]) };
  const [name, bend] = rowBends[choice] ?? [];
  if (name !== undefined && bend !== undefined)
    return { name, parts: bendOne(parts, part, at, (line) => [bend(line, random)]) };
  return { name: 'twice', parts: bendOne(parts, part, at, (line) => [line, line]) };
}

const beside: readonly string[] = ['settings', 'drafts', 'figures', 'history'];
const isRowTable = (table: string) => !beside.includes(table);

interface Change extends Row {
  readonly f?: Row;
}
const bendChange = (change: (one: Change, random: Random) => unknown): BendLine =>
  asRow((row, random) => {
    const changes = row.changes as readonly Change[];
    const at = pickBetween(random, 0, changes.length - 1);
    return { ...row, changes: changes.map((one, index) => (index === at ? change(one, random) : one)) };
  });

const historyBends: readonly (readonly [name: string, bend: BendLine])[] = [
  ['other row', bendChange((one) => ({ ...one, ent: elsewhere }))],
  ['other promise', bendChange((one) => ({ ...one, scope: elsewhere }))],
  ['unknown kind', bendChange((one) => ({ ...one, kind: 'move' }))],
  [
    'unknown table',
    bendChange((one, random) => ({ ...one, tbl: drawFrom<unknown>(random, ['__proto__', 'meta', '', 7]) })),
  ],
  ['unknown field', bendChange((one) => ({ ...one, kind: 'set', tbl: 'goals', f: { evil: 1 } }))],
  ['no operation', bendChange(() => ({}))],
  ['extra', bendChange((one) => ({ ...one, extra: 1 }))],
  ['no changes', asRow((row) => ({ ...row, changes: [] }))],
  [
    '201 changes',
    asRow((row) => ({ ...row, changes: Array.from({ length: 201 }, () => (row.changes as Change[])[0]) })),
  ],
  ['number', asRow((row, random) => ({ ...row, n: drawFrom<unknown>(random, [0, -1, 1.5, null, '1']) }))],
  ['no name', asRow((row) => ({ ...row, tx: 'x' }))],
  ['undoes', asRow((row) => ({ ...row, undoes: 7 }))],
  ['deep', (line) => line.replace(/^\{/, `{"x":${deep(3000)},`)],
  ['proto', (line) => line.replace(/^\{/, '{"__proto__":{},')],
];

export function bendHistory(random: Random, parts: Lines): Bent {
  const part = [...parts.keys()].find((name) => tableOf(name) === 'history') ?? '';
  const lines = parts.get(part) ?? [];
  const at = pickBetween(random, 0, lines.length - 1);
  const choice = pickBetween(random, 0, historyBends.length + 2);
  const [name, bend] = historyBends[choice] ?? [];
  if (name !== undefined && bend !== undefined)
    return { name, parts: bendOne(parts, part, at, (line) => [bend(line, random)]) };
  // The first creates the rows: without it, with another text in it, or with it twice, playing gives other rows.
  if (choice === historyBends.length)
    return { name: 'not from the beginning', parts: bendOne(parts, part, 0, () => []) };
  if (choice === historyBends.length + 1)
    return {
      name: 'other text',
      parts: bendOne(parts, part, 0, (line) => [line.replace('Tryggare centrum', 'Annat')]),
    };
  return { name: 'twice', parts: bendOne(parts, part, at, (line) => [line, line]) };
}
