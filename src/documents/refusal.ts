/** Why a file was not read. Each has its words in `refusal-words.ts`. */
export const refusalReasons = [
  'too-large',
  'not-a-document',
  'not-a-table',
  'encrypted',
  'no-text',
  'damaged',
  'zip-bomb',
  'too-many-pages',
  'too-many-cells',
  'took-too-long',
  'old-doc-format',
  'image',
  'empty',
  'reader-missing',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
}

/** Thrown inside the room where a file turns out to be one of those; it never leaves it. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

/** What was thrown while a file was read. Whatever a parser stumbles over, to a person the file is damaged. */
export const toRefused = (problem: unknown): Refused => ({
  kind: 'refused',
  reason: problem instanceof Refusal ? problem.reason : 'damaged',
});
