import { useMemo } from 'react';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { Standings } from './compute-standings.ts';
import type { FormRules } from './form-rules.ts';

const unknown: Standings = { byActivity: new Map(), reachedItems: new Set() };

/** How the goals stand, for the cards and the ticks; nothing until the rules have been loaded. */
export function useStandings(rules: FormRules | undefined, overview: PromiseOverview, today: string): Standings {
  const language = useLanguage();
  return useMemo(
    () => rules?.computeStandings(overview, today, language) ?? unknown,
    [rules, overview, today, language],
  );
}
