/** Placeholder until the page is built. */
export function EditActivityPage() {
  return null;
}
