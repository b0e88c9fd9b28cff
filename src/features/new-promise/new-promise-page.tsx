/** Placeholder until the page is built. */
export function NewPromisePage() {
  return null;
}
