/** Placeholder until the page is built. */
export function EditGoalPage() {
  return null;
}
