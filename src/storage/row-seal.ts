import type { DBCore, Middleware } from 'dexie';

/**
 * Whether rows are closed on this device, and what opens them (sync 2.21). One for the whole page: whatever opens a
 * database here, for a moment or for good, must write no row in the clear that the device keeps closed.
 */

/** Closes and opens the fields of a row. Works at once, for it is called inside transactions (sync 2.19.2). */
export interface RowSeal {
  /**
   * In: where the row lies (table and key), and its fields. Out: bytes that say nothing without the key. Absent while a
   * device stops keeping its rows closed: they are then stored as they are.
   */
  readonly close?: (place: string, fields: Readonly<Record<string, unknown>>) => Uint8Array;
  /** Throws when the bytes were changed, or belong to another place or key. */
  readonly open: (place: string, sealed: Uint8Array) => Readonly<Record<string, unknown>>;
}

/** `closed`: rows are closed, and nobody has unlocked the device since the page was opened. */
export type Sealing = 'off' | 'closed' | RowSeal;

let sealing: Sealing = 'off';
let layer: Middleware<DBCore> | undefined;

export const setSealing = (next: Sealing): void => {
  sealing = next;
};

/** What closes and opens rows below the tables comes with whoever needs it: most devices load nothing of it. */
export const setSealLayer = (below: Middleware<DBCore>): void => {
  layer = below;
};

/** What a database is to be laid upon; undefined where rows are not closed. */
export function getSealLayer(): Middleware<DBCore> | undefined {
  if (sealing === 'off') return undefined;
  if (layer === undefined) throw new DeviceLocked('Nothing closes rows yet');
  return layer;
}

/** Whether rows are closed on this device, unlocked or not. */
export const isSealing = (): boolean => sealing !== 'off';

/** A row was met that is closed, and nothing here opens it: somebody has to unlock the device. */
export class DeviceLocked extends Error {
  override readonly name = 'DeviceLocked';
}

/** Out: what opens rows. Throws {@link DeviceLocked}. */
export function getRowSeal(): RowSeal {
  if (sealing === 'off' || sealing === 'closed') throw new DeviceLocked('Rows are closed on this device');
  return sealing;
}
