import { type ServerRules, serverRules } from '#server/exchange/server-rules.ts';
import { type DeviceRules, deviceRules } from '#sync/device-rules.ts';

/** What the simulated store and device do themselves, and could do wrong. */
export const storeRules = {
  /** Versions become visible in their order. */
  tenantLocked: true,
  /** Cursor and rows are written in one transaction. */
  cursorWithRows: true,
  /** The next number of the sequence is read in the transaction that uses it. */
  numberedInTransaction: true,
  /** What an action changes for the first time leaves its base. */
  baseCopied: true,
  /** What was forgotten moves the horizon. */
  horizonMoved: true,
  /** Rows and what became of the operations are of one moment. */
  oneSnapshot: true,
  /** What is repaired by looking for it. */
  audited: true,
} as const;

export interface Rules {
  readonly server: ServerRules;
  readonly device: DeviceRules;
  readonly store: { readonly [Name in keyof typeof storeRules]: boolean };
}

export const allRules: Rules = { server: serverRules, device: deviceRules, store: storeRules };
