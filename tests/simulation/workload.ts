/** What people do on their devices: mostly what they should, sometimes what a server must refuse. */

import { type RowKey, splitRowKey } from '#domain/delivery/synced-row.ts';
import type { Json, Operation, OperationKind, StoredRow } from '#domain/operations/operation.ts';
import type { PlannedWrite } from '#domain/operations/plan-operations.ts';
import type { TableName } from '#domain/records/tables.ts';
import { idOf, type Random } from './random.ts';

/** A text on which the server's process dies. */
export const poison = 'POISON';

/** One thing that a person does: planned as the app plans it, or sent past all that the app would have checked. */
export type Deed =
  | { readonly kind: 'planned'; readonly writes: readonly PlannedWrite[] }
  | { readonly kind: 'raw'; readonly operations: readonly RawOperation[] };

export type RawOperation = Pick<Operation, 'tbl' | 'ent' | 'scope'> & {
  readonly kind: OperationKind;
  readonly f: Readonly<Record<string, Json>>;
  readonly base?: Readonly<Record<string, string | null>>;
};

export interface DeedTools {
  readonly random: Random;
  readonly newId: () => string;
  /** Ids that several devices use for the same new row, as two copies of one backup do. */
  readonly twinId: (promiseId: string, number: number) => string;
  readonly rows: ReadonlyMap<RowKey, StoredRow>;
  readonly at: string;
  readonly mayPoison: boolean;
}

interface Found {
  readonly table: TableName;
  readonly row: StoredRow;
}

type Maker = (tools: DeedTools, promise: StoredRow, found: readonly Found[]) => Deed | undefined;

/** In: what the device shows. Out: a deed, or undefined when nothing of the kind that was drawn can be done. */
export function drawDeed(tools: DeedTools, mayCreatePromises: boolean): Deed | undefined {
  const { random } = tools;
  const promises = [...tools.rows].flatMap(([key, row]) =>
    row.deletedAt === undefined && key.startsWith('promises/') ? row : [],
  );
  if (promises.length === 0 || (promises.length < 3 && mayCreatePromises && random.chance(0.06))) {
    return mayCreatePromises ? planned(createPromise(tools)) : undefined;
  }
  const promise = random.pick(promises);
  const inPromise: Found[] = [];
  for (const [key, row] of tools.rows) {
    if (row.promiseId === promise.id) inPromise.push({ table: splitRowKey(key).table, row });
  }
  return random.pick(makers)(tools, promise, inPromise);
}

const measureId = idOf(8, 1);
const planned = (writes: readonly PlannedWrite[]): Deed => ({ kind: 'planned', writes });
const create = (table: TableName, record: StoredRow): PlannedWrite => ({ kind: 'create', table, record });
const set = (table: TableName, id: string, fields: Readonly<Record<string, Json>>): Deed =>
  planned([{ kind: 'set', table, id, fields }]);

const identity = (id: string, promiseId: string, at: string) => ({ id, promiseId, createdAt: at, updatedAt: at });
const word = (random: Random) => `text ${random.below(1_000_000)}`;

function createPromise({ newId, at, random }: DeedTools): readonly PlannedWrite[] {
  const id = newId();
  return [
    create('promises', {
      ...identity(id, id, at),
      title: word(random),
      municipalities: [],
      policeAreas: [],
      parties: [],
      period: { from: '2026-01-01', to: '2026-12-31', basis: 'this year' },
      status: 'active',
      kind: 'new',
      situationPicture: { summary: word(random), sources: [] },
      signatories: [],
      followUpPlan: { cadence: 'tertial', dueDates: [] },
      feedbackPlan: { channels: [] },
      originalText: '',
      visibility: 'partners',
    }),
    create('activities', createActivity(newId(), id, at, random)),
    create('goals', createGoal(newId(), id, at, random)),
  ];
}

const createActivity = (id: string, promiseId: string, at: string, random: Random): StoredRow => ({
  ...identity(id, promiseId, at),
  text: word(random),
  shortName: word(random),
  order: 1,
  responsibility: 'joint',
  parties: [],
  places: [],
  status: 'ongoing',
  measures: [{ id: measureId, name: 'Occasions', unit: 'times', personRelated: false }],
  plannedVisibility: random.chance(0.4) ? 'internal' : 'partners',
});

const createGoal = (id: string, promiseId: string, at: string, random: Random): StoredRow => ({
  ...identity(id, promiseId, at),
  text: word(random),
  shortName: word(random),
  order: 2,
  focusAreaIds: [],
  level: 'activity',
  ownerPartyIds: [],
  target: { kind: 'count', value: 1 + random.below(50), unit: 'times' },
  countingRule: { countsAsOne: '', doesNotCount: '', decidedBy: '' },
  additionalOnly: false,
  feeds: [],
  origin: 'promised',
  personRelated: false,
  smallNumberThreshold: 5,
  pacePlan: { kind: 'even' },
  versions: [],
  status: 'active',
});

const createLog = ({ newId, at, random }: DeedTools, promiseId: string, activityIds: Json): StoredRow => ({
  ...identity(newId(), promiseId, at),
  activityIds,
  date: '2026-03-31',
  quantities: { [measureId]: random.below(9) },
  state: random.chance(0.15) ? 'planned' : 'done',
  partyIds: [],
  byOutcomes: [],
  note: word(random),
  confirmedBy: [],
  visibility: random.chance(0.4) ? 'internal' : 'partners',
  review: 'none',
});

const pickOf = (tools: DeedTools, found: readonly Found[], ...tables: readonly TableName[]): Found | undefined => {
  const fitting = found.filter(({ table, row }) => tables.includes(table) && row.deletedAt === undefined);
  return fitting.length === 0 ? undefined : tools.random.pick(fitting);
};

const log: Maker = (tools, promise, found) => {
  const activity = pickOf(tools, found, 'activities');
  if (activity === undefined) return undefined;
  const count = tools.random.chance(0.2) ? 2 + tools.random.below(4) : 1;
  const logs = Array.from({ length: count }, () => createLog(tools, promise.id, [activity.row.id]));
  return planned(logs.map((record) => create('progressLogs', record)));
};

const correct: Maker = (tools, promise, found) => {
  const standing = pickOf(tools, found, 'progressLogs');
  if (standing === undefined) return undefined;
  const record = { ...createLog(tools, promise.id, standing.row.activityIds as Json), corrects: standing.row.id };
  return planned([create('progressLogs', tools.random.chance(0.3) ? { ...record, withdrawn: true } : record)]);
};

const confirm: Maker = (tools, _promise, found) => {
  const standing = pickOf(tools, found, 'progressLogs');
  if (standing === undefined) return undefined;
  const confirmed = (standing.row.confirmedBy ?? []) as readonly string[];
  return tools.random.chance(0.5)
    ? set('progressLogs', standing.row.id, { confirmedBy: [...confirmed, tools.newId()] })
    : set('progressLogs', standing.row.id, { review: tools.random.pick(['submitted', 'approved', 'returned']) });
};

const text: Maker = (tools, promise, found) => {
  const { random } = tools;
  const target = pickOf(tools, found, 'activities', 'goals', 'comments') ?? {
    table: 'promises' as const,
    row: promise,
  };
  const said = tools.mayPoison && random.chance(0.08) ? poison : word(random);
  if (target.table === 'promises') return set('promises', promise.id, { title: said });
  if (target.table === 'comments' || random.chance(0.5)) return set(target.table, target.row.id, { text: said });
  return set(target.table, target.row.id, { text: said, shortName: word(random) });
};

const title: Maker = ({ random }, promise) =>
  set(
    'promises',
    promise.id,
    random.chance(0.5) ? { title: word(random) } : { agreement: random.chance(0.3) ? null : word(random) },
  );

const guarded: Maker = (tools, promise, found) => {
  const { random } = tools;
  const target = pickOf(tools, found, 'goals', 'activities');
  if (target?.table === 'goals') {
    return set('goals', target.row.id, { target: { kind: 'count', value: 1 + random.below(50), unit: 'times' } });
  }
  if (target?.table === 'activities' && random.chance(0.6)) {
    return set('activities', target.row.id, { plannedVisibility: random.pick(['internal', 'partners', 'public']) });
  }
  return set('promises', promise.id, { status: random.pick(['active', 'ended', 'archived', 'extended']) });
};

const members: Maker = (tools, _promise, found) => {
  const { random } = tools;
  const target = pickOf(tools, found, 'goals');
  if (target === undefined) return undefined;
  const owners = (target.row.ownerPartyIds ?? []) as readonly string[];
  if (owners.length > 0 && random.chance(0.45)) {
    return set('goals', target.row.id, { ownerPartyIds: owners.filter((_, index) => index > 0) });
  }
  return set('goals', target.row.id, { ownerPartyIds: [...owners, idOf(9, random.below(6))] });
};

const removal: Maker = (tools, promise, found) => {
  const { random } = tools;
  const removed = found.filter(({ row }) => row.deletedAt !== undefined);
  if (removed.length > 0 && random.chance(0.4)) {
    const { table, row } = random.pick(removed);
    return planned([{ kind: 'restore', table, id: row.id }]);
  }
  const target = pickOf(tools, found, 'activities', 'goals', 'comments');
  if (target === undefined) return undefined;
  return random.chance(0.02)
    ? planned([{ kind: 'delete', table: 'promises', id: promise.id }])
    : planned([{ kind: 'delete', table: target.table, id: target.row.id }]);
};

const record: Maker = (tools, promise) => {
  const { random, newId, at } = tools;
  if (random.chance(0.35)) {
    const said = {
      ref: { table: 'promises', id: promise.id },
      text: word(random),
      date: '2026-03-31',
      byPartyId: newId(),
    };
    return planned([create('comments', { ...identity(newId(), promise.id, at), ...said })]);
  }
  if (random.chance(0.35)) {
    const id = tools.twinId(promise.id, random.below(2));
    return tools.rows.has(`activities/${id}`)
      ? undefined
      : planned([create('activities', createActivity(id, promise.id, at, random))]);
  }
  return random.chance(0.5)
    ? planned([create('activities', createActivity(newId(), promise.id, at, random))])
    : planned([create('goals', createGoal(newId(), promise.id, at, random))]);
};

/** Several rows in one action: all of them change, or none. */
const several: Maker = (tools, promise, found) => {
  const activity = pickOf(tools, found, 'activities');
  const goal = pickOf(tools, found, 'goals');
  if (activity === undefined || goal === undefined) return undefined;
  const { random } = tools;
  return planned([
    { kind: 'set', table: 'activities', id: activity.row.id, fields: { text: word(random) } },
    {
      kind: 'set',
      table: 'goals',
      id: goal.row.id,
      fields: { target: { kind: 'count', value: 1 + random.below(50), unit: 'times' } },
    },
    { kind: 'set', table: 'promises', id: promise.id, fields: { title: word(random) } },
  ]);
};

/** What no form lets through: the second half of the action is wrong. */
const wrong: Maker = (tools, promise, found) => {
  const { random } = tools;
  const activity = pickOf(tools, found, 'activities');
  if (activity === undefined) return undefined;
  const scope = promise.id;
  const fine: RawOperation = { kind: 'set', tbl: 'activities', ent: activity.row.id, scope, f: { text: word(random) } };
  const bad = random.pick<RawOperation>([
    { kind: 'set', tbl: 'activities', ent: activity.row.id, scope, f: { shortName: '' } },
    { kind: 'set', tbl: 'activities', ent: tools.newId(), scope, f: { text: word(random) } },
    { kind: 'set', tbl: 'promises', ent: scope, scope, f: { title: 7 } },
    { kind: 'guard', tbl: 'promises', ent: scope, scope, f: { status: 'archived' }, base: { status: tools.newId() } },
    { kind: 'set', tbl: 'activities', ent: activity.row.id, scope: tools.newId(), f: { text: word(random) } },
  ]);
  return { kind: 'raw', operations: random.chance(0.7) ? [fine, bad] : [bad] };
};

const makers: readonly Maker[] = [
  log,
  log,
  log,
  log,
  correct,
  correct,
  confirm,
  confirm,
  text,
  text,
  text,
  title,
  title,
  guarded,
  guarded,
  guarded,
  members,
  members,
  members,
  removal,
  removal,
  record,
  record,
  several,
  several,
  wrong,
];
