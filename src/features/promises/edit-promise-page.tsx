/** Placeholder until the page is built. */
export function EditPromisePage() {
  return null;
}
