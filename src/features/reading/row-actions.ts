import type { RowKind } from './draft-rows.ts';

/** What can be done with the rows of a draft, by key and by button. */
export interface RowActions {
  readonly confirm: (id: string) => void;
  readonly change: (id: string) => void;
  readonly throwAway: (id: string) => void;
  readonly takeBack: (id: string) => void;
  readonly merge: (id: string) => void;
  readonly split: (id: string) => void;
  readonly guide: (id: string) => void;
  /** Shows where in the text the row comes from. */
  readonly show: (id: string) => void;
  readonly look: (id: string) => void;
  readonly step: (id: string, by: 1 | -1) => void;
  readonly add: (kind: RowKind) => void;
}

/** The element of a row, for focus and links. */
export const rowElementId = (id: string): string => `row-${id}`;
