/** Upper limits of one request or answer (sync 2.5). Those of one operation and one action: `operationLimits`. */
export const exchangeLimits = {
  pushOperations: 500,
  pushBytes: 1024 * 1024,
  pullRows: 1000,
  pullBytes: 1024 * 1024,
  /** Outcomes in one answer; those left out come with the next pull. */
  pullOutcomes: 5000,
  /** Nesting of a value. */
  depth: 24,
} as const;
