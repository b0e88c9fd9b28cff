/** Something in a text that looks like personal data (guard.md P2). */
export const findingKinds = [
  'personal-number',
  'coordination-number',
  'interim-number',
  'phone',
  'e-mail',
  'plate',
  'address',
  'case-number',
  'possible-name',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** `block`: is not saved as it stands. `warn`: is pointed out, and the person decides. */
  readonly severity: 'block' | 'warn';
  /** UTF-16 offsets in the text as it was given, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** The text between them, as it was written. */
  readonly match: string;
}

/** A finding in the plain text, before its offsets are mapped back. */
export interface PlainFinding {
  readonly kind: FindingKind;
  readonly severity: Finding['severity'];
  readonly from: number;
  readonly to: number;
}
