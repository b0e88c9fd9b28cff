import type { PromiseForm } from './promise-form.ts';

/** What each section of the promise editor is given. */
export interface PromiseFormPart {
  readonly form: PromiseForm;
  readonly change: (fields: Partial<PromiseForm>) => void;
}
