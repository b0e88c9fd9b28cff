import type { RecordOf, TableName } from '#domain/records/tables.ts';
import type { Database } from './database.ts';

/** One change of one row, as a feature asks for it. Operations, tags, tallies and history follow from it. */
export type Write =
  | { readonly [T in TableName]: { readonly kind: 'create'; readonly table: T; readonly record: RecordOf<T> } }[TableName]
  | {
      readonly [T in Exclude<TableName, 'progressLogs'>]: {
        readonly kind: 'set';
        readonly table: T;
        readonly id: string;
        /** Whole field units. `undefined` removes an optional field. */
        readonly fields: { readonly [F in keyof RecordOf<T>]?: RecordOf<T>[F] | undefined };
      };
    }[Exclude<TableName, 'progressLogs'>]
  | { readonly kind: 'delete' | 'restore'; readonly table: Exclude<TableName, 'progressLogs'>; readonly id: string };

/** What the user did, in one word: history shows it in the user's language. */
export type ActionLabel =
  | 'log-created'
  | 'log-corrected'
  | 'log-withdrawn'
  | 'log-restored'
  | 'record-created'
  | 'record-changed'
  | 'record-deleted'
  | 'record-restored'
  | 'goal-changed'
  | 'promise-sealed'
  | 'examples-taken'
  | 'examples-removed'
  | 'imported'
  | 'undone';

export interface Action {
  readonly label: ActionLabel;
  readonly writes: readonly Write[];
  /** The draft that this action saves: cleared in the same transaction. */
  readonly draftKey?: string;
  /** Groups the actions of one import, so that the whole can be undone. */
  readonly batch?: string;
}

export interface CommitTools {
  readonly now: () => string;
  readonly newId: () => string;
}

/** `tx` names the action in history; undo takes it. */
export interface Committed {
  readonly tx: string;
}

/** The one way to write. Throws `StorageFailure` when the device could not store the whole action; then nothing is stored. */
export function commitAction(_db: Database, _action: Action, _tools: CommitTools): Promise<Committed> {
  throw new Error('Under construction');
}
