import { randomUUID } from 'node:crypto';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import { type PlannedWrite, planOperations } from '#domain/operations/plan-operations.ts';
import { pushAnswerSchema } from '#protocol/push.ts';
import type { Random } from '#tests/simulation/random.ts';
import { logWrite, type Story } from '#tests/storage/records.ts';
import { askUntilAnswered, type Session } from './ask-server.ts';
import type { Gate } from './gate.ts';

/** A device that pushes and remembers what it was told: nothing of it may ever turn out otherwise. */
export interface Pusher {
  readonly dev: string;
  readonly sent: ReadonlyMap<string, Operation>;
  readonly acknowledged: ReadonlySet<string>;
  /** Acknowledged up to this number. */
  readonly lastSeq: () => number;
  /** How often what waits first was sent in vain: what stops a server too often is refused as poison (sync 2.12). */
  readonly failures: () => number;
  /** What the server said that it may not say. */
  readonly complaints: readonly string[];
  /** Works until told to stop, or for so many pushes, and then until everything is acknowledged. */
  readonly work: (pushes?: number) => Promise<void>;
  readonly stop: () => void;
}

export interface PusherParts {
  readonly gate: Gate;
  readonly session: Session;
  readonly epoch: string;
  readonly story: Story;
  readonly newId: () => string;
  readonly random: Random;
  readonly onAnswer: () => void;
}

/** Most operations that wait at once: a server that is killed more often than it answers must not pile them up. */
const mostWaiting = 60;
const at = '2026-11-21T10:00:00.000+01:00';

/** One action as it is sent. In: what a person does, and the rows it is done to. */
export function toAction(
  writes: readonly PlannedWrite[],
  rows: ReadonlyMap<string, StoredRow>,
  newId: () => string,
): readonly Operation[] {
  const findRow = (_table: string, id: string) => rows.get(id);
  const plan = planOperations(writes, { at, newId, findRow, findStanding: (id) => id });
  if (plan.kind !== 'planned') throw new Error(`Nothing to push: ${plan.kind}`);
  const [tx, txn] = [newId(), plan.changes.length];
  return plan.changes.map(({ op }, txi) => ({ v: 1, ...op, tx, txi, txn }));
}

export function createPusher({ gate, session, epoch, story, newId, random, onAnswer }: PusherParts): Pusher {
  const dev = randomUUID();
  const sent = new Map<string, Operation>();
  const acknowledged = new Set<string>();
  const complaints: string[] = [];
  let waiting: WaitingOperation[] = [];
  let [lastSeq, nextSeq, failures, isStopped] = [0, 1, 0, false];
  const onFailure = () => {
    failures += 1;
  };
  const rows = new Map([story.promise, ...story.activities].map((row) => [row.id, row as unknown as StoredRow]));

  const draw = (): readonly PlannedWrite[] => {
    const [first, second] = story.activities;
    const text = `text ${random.below(1_000_000)}`;
    const log = () => logWrite({ ...story.log(), id: newId() }) as PlannedWrite;
    if (random.chance(0.15)) return [{ kind: 'set', table: 'promises', id: story.promise.id, fields: { title: text } }];
    if (random.chance(0.15)) {
      const set = (id: string): PlannedWrite => ({ kind: 'set', table: 'activities', id, fields: { text } });
      return [log(), set(first.id), set(second.id)];
    }
    return [log()];
  };

  const add = () => {
    for (let count = 1 + random.below(4); count > 0; count--) {
      for (const op of toAction(draw(), rows, newId)) {
        sent.set(op.id, op);
        waiting.push({ seq: nextSeq, op });
        nextSeq += 1;
      }
    }
  };

  async function push(): Promise<void> {
    const operations = [...waiting];
    const body = { epoch, dev, acked: lastSeq, operations };
    const answer = await askUntilAnswered(gate, session, 'push', body, onFailure);
    failures = 0;
    const read = pushAnswerSchema.safeParse(answer.body);
    const said = read.success ? read.data : undefined;
    if (said?.kind !== 'pushed' || said.lastSeq !== operations.at(-1)?.seq) {
      complaints.push(
        `A push up to ${operations.at(-1)?.seq} was answered ${answer.status} ${JSON.stringify(answer.body)}`,
      );
      isStopped = true;
      waiting = [];
      return;
    }
    for (const { op } of operations) if (op) acknowledged.add(op.id);
    lastSeq = said.lastSeq;
    onAnswer();
    waiting = waiting.filter(({ seq }) => seq > lastSeq);
  }

  return {
    ...{ dev, sent, acknowledged, complaints },
    lastSeq: () => lastSeq,
    failures: () => failures,
    stop: () => {
      isStopped = true;
    },
    work: async (pushes = Number.POSITIVE_INFINITY) => {
      for (let count = 0; (count < pushes && !isStopped) || waiting.length > 0; count++) {
        if (!isStopped && waiting.length < mostWaiting) add();
        await push();
      }
    },
  };
}
