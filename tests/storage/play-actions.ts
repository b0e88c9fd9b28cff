/** Random work on a promise: what people do in any order, drawn by fast-check and played against a database. */

import fc from 'fast-check';
import type { Target } from '#domain/records/target.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import type { Database } from '#storage/database.ts';
import { undoAction } from '#storage/undo.ts';
import { createTools, logWrite, type Story } from './records.ts';

export interface Step {
  readonly kind: (typeof kinds)[number] | 'confirm';
  readonly pick: number;
  readonly value: number;
}

const kinds = [
  'log',
  'log',
  'log',
  'several',
  'correct',
  'withdraw',
  'undo',
  'text',
  'target',
  'feeds',
  'additional',
  'version',
  'period',
  'parties',
  'measure',
  'remove',
  'restore',
  'goal',
] as const;

/** `more`: what is done besides. */
export const stepsOf = (most: number, more: readonly Step['kind'][] = []) =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...kinds, ...more), pick: fc.nat({ max: 1000 }), value: fc.nat({ max: 40 }) }),
    {
      minLength: 1,
      maxLength: most,
    },
  );

/** What was done before, here or elsewhere, and can be undone or corrected. */
export interface Past {
  readonly done: readonly string[];
  readonly logIds: readonly string[];
}

/** Plays the steps. Out: the actions in the order in which they were done, what was undone among them. */
export async function playSteps(
  db: Database,
  story: Story,
  steps: readonly Step[],
  tools = createTools(7),
  past: Past = { done: [], logIds: [] },
) {
  const done: string[] = [...past.done];
  const logIds: string[] = [...past.logIds];
  const commit = async (...writes: Write[]) => {
    const label = writes.length === 1 && writes[0]?.table === 'progressLogs' ? 'log-created' : 'record-changed';
    try {
      done.push((await commitAction(db, { label, writes }, tools)).tx);
      for (const write of writes)
        if (write.kind === 'create' && write.table === 'progressLogs') logIds.push(write.record.id);
    } catch (error) {
      // A removed goal cannot be changed: that is an answer, and nothing has been done.
      if (!(error instanceof ConflictingChange)) throw error;
    }
  };
  for (const step of steps) {
    if (step.kind === 'undo') {
      const undone = await undoAction(db, pickFrom(done, step.pick) ?? story.newId(), tools);
      if (undone.kind === 'undone') done.push(undone.tx);
      continue;
    }
    const writes = toWrites(story, step, logIds);
    if (writes.length > 0) await commit(...writes);
  }
  return done;
}

const pickFrom = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(items.length, 1)];

function toWrites(story: Story, { kind, pick, value }: Step, logIds: readonly string[]): readonly Write[] {
  const goal = pickFrom(story.goals, pick) ?? story.goals[0];
  const set = (fields: object): readonly Write[] => [{ kind: 'set', table: 'goals', id: goal.id, fields }];
  const setPromise = (fields: object): readonly Write[] => [
    { kind: 'set', table: 'promises', id: story.promise.id, fields },
  ];
  const known = pickFrom(logIds, pick);
  switch (kind) {
    case 'log':
      return [logWrite(createLog(story, pick, value))];
    case 'several':
      return [
        logWrite(createLog(story, pick, value)),
        logWrite(createLog(story, pick + 1, value + 3)),
        ...set({ weight: value + 1 }),
      ];
    case 'correct':
      return known ? [logWrite({ ...createLog(story, pick + 7, value), corrects: known })] : [];
    case 'withdraw':
      return known ? [logWrite({ ...createLog(story, pick, value), corrects: known, withdrawn: true })] : [];
    case 'confirm':
      return known ? [confirmWrite(story, known, value)] : [];
    case 'text':
      return set({ text: `Mål ${value}`, shortName: `M${value % 3}` });
    case 'target':
      return set({ target: createTarget(value) });
    case 'feeds':
      return set({ feeds: story.goals[value % 3]?.feeds.slice(value % 2) ?? [] });
    case 'additional':
      return set({ additionalOnly: value % 2 === 0 });
    case 'version':
      return set({
        versions: [createVersion(goal, '2026-01-01', 5), createVersion(goal, `2026-0${(value % 8) + 2}-01`, value + 1)],
      });
    case 'period':
      return setPromise({ period: { from: `2026-0${(value % 6) + 1}-01`, to: '2026-12-31', basis: '' } });
    case 'parties':
      return setPromise({ parties: shuffleParties(story, pick, value) });
    case 'measure': {
      const activity = story.activities[value % 2] ?? story.activities[0];
      const [first, ...rest] = activity.measures;
      const measures = pick % 2 === 0 ? [...rest, first] : [first, ...rest];
      return [
        {
          kind: 'set',
          table: 'activities',
          id: activity.id,
          fields: { measures: measures.filter((measure) => measure !== undefined) },
        },
      ];
    }
    case 'remove':
      return [{ kind: 'delete', table: 'goals', id: goal.id }];
    case 'restore':
      return [{ kind: 'restore', table: 'goals', id: goal.id }];
    case 'goal':
      return [{ kind: 'create', table: 'goals', record: { ...goal, id: story.newId(), order: value } }];
    case 'undo':
      return [];
  }
}

const confirmWrite = ({ promise }: Story, id: string, value: number): Write => ({
  kind: 'set',
  table: 'progressLogs',
  id,
  fields: { confirmedBy: promise.parties.map((party) => party.id).slice(value % 2, (value % 3) + 1) },
});

function createLog(story: Story, pick: number, value: number) {
  const [first, second] = story.activities;
  const activities = [[first], [second], [first, second]][pick % 3] ?? [first];
  const quantities = activities.flatMap(({ measures }) =>
    measures.map(({ id }, index) => [id, value * (index + 1)] as const),
  );
  return story.log({
    activityIds: activities.map(({ id }) => id),
    date: `2026-0${(pick % 9) + 1}-${String((value % 28) + 1).padStart(2, '0')}`,
    quantities: Object.fromEntries(quantities.slice(0, (value % 4) + 1)),
    state: (['done', 'done', 'done', 'planned', 'cancelled', 'nothing-to-report'] as const)[value % 6] ?? 'done',
    extra: value % 2 === 0,
    partyIds: story.promise.parties.slice(0, value % 3).map(({ id }) => id),
  });
}

/** Kinds that count in different units: a goal that changes kind is counted anew. */
function createTarget(value: number): Target {
  if (value % 3 === 0) return { kind: 'count', value: value + 1, unit: 'kontroller' };
  const per = (['week', 'month', 'tertial'] as const)[value % 2] ?? 'week';
  return { kind: 'recurrence', times: 1, per, reading: 'each', unit: 'kontroller' };
}

const createVersion = (goal: Story['goals'][0], validFrom: string, value: number) => ({
  target: createTarget(value),
  countingRule: goal.countingRule,
  validFrom,
  reason: 'Prövning',
  decidedBy: '',
});

function shuffleParties({ promise, goals }: Story, pick: number, value: number) {
  const extra = {
    id: goals[pick % 3]?.id ?? '',
    kind: 'school',
    name: `Skolan ${value % 3}`,
    signatory: false,
  } as const;
  const parties = pick % 4 === 0 ? promise.parties : [...promise.parties, extra];
  return value % 2 === 0 ? parties : parties.toReversed();
}
