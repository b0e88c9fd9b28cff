/** One requirement of OWASP ASVS 5.0.0 at level 1 or 2, and what this product answers to it. */
export interface Requirement {
  /** As the standard numbers it, without the V. */
  readonly id: string;
  /** What is asked, in words of our own. */
  readonly asks: string;
  readonly answer: Answer;
}

export type Answer =
  /** Files under `tests` that would fail if it were not so. */
  | { readonly kind: 'held'; readonly tests: readonly string[]; readonly note?: string }
  /** Met by how the product is made or run, and written down; nothing that a test could see. */
  | { readonly kind: 'decided'; readonly why: string }
  /** There is no such thing here. */
  | { readonly kind: 'absent'; readonly why: string }
  /** Not met, or not wholly: what is missing, and why that is borne for now. */
  | { readonly kind: 'not-met'; readonly why: string };

export const held = (id: string, asks: string, tests: readonly string[], note?: string): Requirement => ({
  ...{ id, asks },
  answer: { kind: 'held', tests, ...(note !== undefined && { note }) },
});
export const decided = (id: string, asks: string, why: string): Requirement => ({
  ...{ id, asks },
  answer: { kind: 'decided', why },
});
export const absent = (id: string, asks: string, why: string): Requirement => ({
  ...{ id, asks },
  answer: { kind: 'absent', why },
});
export const notMet = (id: string, asks: string, why: string): Requirement => ({
  ...{ id, asks },
  answer: { kind: 'not-met', why },
});
