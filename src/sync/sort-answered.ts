import { type DeliveryOutcome, isAccepted } from '#domain/delivery/delivery-outcome.ts';
import type { DeviceChanges, DeviceView } from '#domain/delivery/device-state.ts';
import type { OvertakenChange } from '#domain/delivery/overtaken-change.ts';
import { type ScopeKey, toPromiseId } from '#domain/delivery/scope-key.ts';
import type { RowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry, RingEntry, WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import { type Operation, schemaVersion } from '#domain/operations/operation.ts';
import type { DeviceRules } from './device-rules.ts';
import type { StagedPull } from './staged-pull.ts';
import { listNamedRows } from './touched-rows.ts';

export type Fate = Required<Pick<DeviceChanges, 'ringAdded' | 'boxAdded' | 'overlaid'>> & {
  readonly ringRemoved: readonly string[];
};

interface SortTools {
  readonly staged: StagedPull;
  readonly wiped: ReadonlySet<RowKey>;
  readonly rules: DeviceRules;
}

/**
 * Where answered operations go: accepted ones to the ring, refused ones, with their whole action, to the box.
 * In: the device, the operations that leave the outbox, and their outcomes by `seq`. Out: also what leaves the ring,
 * because its promise is no longer for this person, or because it was erased for everybody.
 */
export function sortAnswered(
  view: DeviceView,
  answered: readonly WaitingOperation[],
  outcomes: ReadonlyMap<number, DeliveryOutcome>,
  { staged, wiped, rules }: SortTools,
): Fate {
  const own = listOwn(staged);
  const dropped = new Set([...staged.drop].map(toPromiseId));
  const isForeign = ({ scope }: Operation) => rules.droppedRingLeaves && !own.has(scope);
  const open = answered.flatMap(({ seq, op }) => {
    const outcome = outcomes.get(seq);
    return op === undefined || outcome === undefined ? [] : [{ op, outcome }];
  });
  // What is parked waits for a promise that has not come back yet: should the server lose it again, nobody else has it.
  const isParked = ({ kind }: DeliveryOutcome) => kind === 'parked' && rules.parkedKept;
  const lost = [
    ...view.ring.filter(({ op }) => isForeign(op) && dropped.has(op.scope)),
    ...open.filter(({ op, outcome }) => isForeign(op) && !isParked(outcome)),
  ];
  const leaving = new Set(lost.map(({ op }) => op.tx));
  // A part of what is parked may have been erased: that part goes, and the others wait as before.
  const stays = ({ op, outcome }: Answered) => !leaving.has(op.tx) || (isParked(outcome) && rules.parkedKeptInPart);
  const accepted = open.filter((one) => isAccepted(one.outcome.kind) && stays(one));
  const refused = open.filter(({ outcome }) => !isAccepted(outcome.kind));
  const isWiped = (op: Operation) => listNamedRows(op).some((key) => wiped.has(key));
  return {
    ringAdded: rules.acceptedKept ? toRing(accepted, view.meta.ringNext, staged.page.now, rules) : [],
    ringRemoved: view.ring.filter(({ op }) => leaving.has(op.tx) || isWiped(op)).map(({ id }) => id),
    boxAdded: rules.refusedKept ? toBoxes(refused, rules) : [],
    overlaid: [...toBoxes(accepted.filter(hasCovered), rules), ...staged.overtaken.map(toOvertakenBox)],
  };
}

interface Answered {
  readonly op: Operation;
  readonly outcome: DeliveryOutcome;
}

const hasCovered = ({ outcome }: Answered): boolean =>
  outcome.kind === 'concurrent' && (outcome.fields?.length ?? 0) > 0;

const toRing = (
  accepted: readonly Answered[],
  next: number,
  keptAt: number,
  rules: DeviceRules,
): readonly RingEntry[] =>
  accepted.map(({ op, outcome }, index) => {
    const proof = rules.proofsKept ? toProof(outcome) : undefined;
    return { id: op.id, op, n: next + index, keptAt, ...(proof && { proof }) };
  });

function toBoxes(refused: readonly Answered[], rules: DeviceRules): readonly BoxEntry[] {
  const boxes = new Map<string, BoxEntry>();
  for (const { op, outcome } of refused) {
    const { operations, outcomes } = boxes.get(op.tx) ?? { operations: [], outcomes: [] };
    const kept = rules.refusedKeptAsAction || operations.length === 0 ? [...operations, op] : operations;
    boxes.set(op.tx, { tx: op.tx, operations: kept, outcomes: [...outcomes, outcome] });
  }
  return [...boxes.values()];
}

/** As if this person's change had been answered with what somebody laid over it. */
function toOvertakenBox({ id, table, ent, promiseId, by, fields }: OvertakenChange): BoxEntry {
  const f = Object.fromEntries(fields.map(({ field, mine }) => [field, mine ?? null]));
  const told = fields.map(({ field, theirs }) => ({ field, value: theirs, tag: id, ...(by !== undefined && { by }) }));
  return {
    tx: id,
    operations: [
      {
        v: 1,
        id,
        tx: id,
        txi: 0,
        txn: 1,
        sv: schemaVersion,
        kind: 'set',
        tbl: table,
        ent,
        scope: promiseId,
        f,
        at: '',
      },
    ],
    outcomes: [{ seq: 0, id, kind: 'superseded', fields: told }],
    isOvertaken: true,
  };
}

function toProof({ version, receipt }: DeliveryOutcome): RingEntry['proof'] {
  return version === undefined || receipt === undefined ? undefined : { version, receipt };
}

/** Promises that are for this person. Of any other nothing may stay. */
const listOwn = ({ page }: StagedPull): ReadonlySet<string> =>
  new Set([...(Object.keys(page.scopes) as ScopeKey[]), ...page.later].map(toPromiseId));
