/** Placeholder until the page is built. */
export function SealPromisePage() {
  return null;
}
