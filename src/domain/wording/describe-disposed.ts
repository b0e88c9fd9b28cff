import type { DisposedOn } from '#domain/progress/goal-progress.ts';
import { formatDateWithYear } from './days.ts';
import type { Language } from './locale.ts';

/** "15 jan 2029 enligt KS 2026/123": without a capital, to follow other words. */
export function describeDisposed({ on, decision }: DisposedOn, language: Language): string {
  const day = formatDateWithYear(on, language);
  return language === 'sv' ? `${day} enligt ${decision}` : `${day} under ${decision}`;
}
