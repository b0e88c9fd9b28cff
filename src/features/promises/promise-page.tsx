/** Placeholder until the page is built. */
export function PromisePage() {
  return null;
}
