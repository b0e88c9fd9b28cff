import type { Goal } from '#domain/records/goal.ts';
import type { View } from '#domain/wording/describe-outcome.ts';
import { useSettings } from './use-settings.ts';

/** Whose eyes this device has: a reader outside the parties sees of goals about people only whether they are reached. */
export function useGoalView(): (goal: Pick<Goal, 'personRelated'>) => View {
  const { profile } = useSettings();
  return (goal) => (goal.personRelated && profile?.role === 'reader' ? 'masked' : 'full');
}
