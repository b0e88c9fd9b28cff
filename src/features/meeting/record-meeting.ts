/** What is kept of a meeting: its kind, the functions that were there, and what they decided. Never a person. */

import type { Meeting } from '#domain/records/meeting.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import { screenTexts } from '#features/notes/note-form.ts';
import type { NoteSaved } from '#features/notes/save-note.ts';
import type { Services } from '#features/services.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import type { Row } from '#storage/database.ts';

type MeetingRow = Row<'meetings'>;
type Decision = Meeting['decisions'][number];

/** Of what sort a meeting is, and which functions are there. */
export type MeetingFacts = Pick<Meeting, 'kind' | 'partyIds'>;

export interface DecisionForm {
  readonly text: string;
  readonly partyId: string;
  /** A day, or empty. */
  readonly due: string;
}

export const emptyDecision: DecisionForm = { text: '', partyId: '', due: '' };

export const toDecisionDraftKey = (promiseId: string): string => `meeting/${promiseId}`;

/** Throws `StorageFailure`; then nothing is stored. */
export const startMeeting = (services: Services, promiseId: string, facts: MeetingFacts): Promise<NoteSaved> =>
  commit(services, { kind: 'create', table: 'meetings', record: toMeeting(services, promiseId, facts, []) });

export const changeMeeting = (services: Services, row: MeetingRow, facts: MeetingFacts): Promise<NoteSaved> =>
  commit(services, { kind: 'set', table: 'meetings', id: row.id, fields: facts, seen: row.tags });

interface NewDecision {
  readonly promiseId: string;
  /** Today's meeting; one is begun with these facts where there is none. */
  readonly current: MeetingRow | undefined;
  readonly facts: MeetingFacts;
  readonly form: DecisionForm;
  readonly accepted: readonly string[];
}

/** Saves a decision as soon as it is written, with its meeting if that had not begun. */
export async function addDecision(
  services: Services,
  { promiseId, current, facts, form, accepted }: NewDecision,
): Promise<NoteSaved> {
  const text = form.text.trim();
  const issues: readonly Issue[] = [
    ...(text === '' ? [{ path: 'text', code: 'required' }] : []),
    ...(text.length > 400 ? [{ path: 'text', code: 'too-long' }] : []),
    ...screenTexts({ text }, services.clock.today(), accepted),
  ];
  if (issues.length > 0) return { kind: 'invalid', issues };
  const decision: Decision = {
    id: services.newId(),
    text,
    done: false,
    ...(form.partyId && { partyId: form.partyId }),
    ...(form.due && { due: form.due }),
  };
  const write: Write = current
    ? setDecisions(current, [...current.decisions, decision])
    : { kind: 'create', table: 'meetings', record: toMeeting(services, promiseId, facts, [decision]) };
  return await commit(services, write, toDecisionDraftKey(promiseId));
}

/** A decision is done, or is not after all. */
export const tickDecision = (
  services: Services,
  row: MeetingRow,
  decisionId: string,
  done: boolean,
): Promise<NoteSaved> =>
  commit(
    services,
    setDecisions(
      row,
      row.decisions.map((one) => (one.id === decisionId ? { ...one, done } : one)),
    ),
  );

export const removeDecision = (services: Services, row: MeetingRow, decisionId: string): Promise<NoteSaved> =>
  commit(
    services,
    setDecisions(
      row,
      row.decisions.filter(({ id }) => id !== decisionId),
    ),
  );

const setDecisions = ({ id, tags }: MeetingRow, decisions: readonly Decision[]): Write => ({
  kind: 'set',
  table: 'meetings',
  id,
  fields: { decisions: [...decisions] },
  seen: tags,
});

function toMeeting(
  { clock, newId }: Services,
  promiseId: string,
  facts: MeetingFacts,
  decisions: readonly Decision[],
): Meeting {
  const now = clock.now();
  return {
    id: newId(),
    promiseId,
    createdAt: now,
    updatedAt: now,
    kind: facts.kind,
    date: clock.today(),
    partyIds: [...facts.partyIds],
    decisions: [...decisions],
  };
}

async function commit({ db, clock, newId }: Services, write: Write, draftKey?: string): Promise<NoteSaved> {
  const label = write.kind === 'create' ? 'record-created' : 'record-changed';
  try {
    await commitAction(
      db,
      { label, writes: [write], ...(draftKey !== undefined && { draftKey }) },
      { now: clock.now, newId, today: clock.today },
    );
    return { kind: 'saved' };
  } catch (error) {
    if (error instanceof ConflictingChange) return { kind: 'conflict' };
    throw error;
  }
}
