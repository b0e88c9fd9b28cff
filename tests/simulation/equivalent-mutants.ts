/** Rules without which nothing visible goes wrong, and why that is so. */
export const equivalentMutants: ReadonlyMap<string, string> = new Map<string, string>();
