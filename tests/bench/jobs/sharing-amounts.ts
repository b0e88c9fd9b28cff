/** The same for the product, the floors and the peers. */
export const offlineLogs = 10_000;
export const liveChanges = 20;
