import type { Period } from '#domain/calendar/period.ts';
import type { TargetForm } from './target-form.ts';

/** What the fields of each kind of target are given. */
export interface TargetFormPart {
  readonly target: TargetForm;
  readonly change: (fields: Partial<TargetForm>) => void;
  /** The promise's dates, when it has them. */
  readonly period: Period | undefined;
}
