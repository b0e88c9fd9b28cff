import type { ProblemCode } from '#domain/importing/problems.ts';
import { findingKinds } from '#domain/screening/finding.ts';

const kinds: ReadonlySet<string> = new Set(findingKinds);

/** Whether a problem is a text that looks like personal data. */
export const isAboutText = (code: ProblemCode): boolean => kinds.has(code);
