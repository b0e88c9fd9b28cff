/** Names of what is being typed: one per form, so that two open forms never share a draft. */
export const draftKeys = {
  promise: (promiseId: string) => `promise/${promiseId}`,
  activity: (activityId: string) => `activity/${activityId}`,
  newActivity: (promiseId: string) => `new-activity/${promiseId}`,
  goal: (goalId: string) => `goal/${goalId}`,
  newGoal: (promiseId: string) => `new-goal/${promiseId}`,
  comment: (promiseId: string) => `comment/${promiseId}`,
} as const;
