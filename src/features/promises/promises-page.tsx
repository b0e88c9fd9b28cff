/** Placeholder until the page is built. */
export function PromisesPage() {
  return null;
}
