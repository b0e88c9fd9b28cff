const second = 1000;
/** Devices that nobody hints at ask about once a minute (sync 2.16). */
const restMilliseconds = 60 * second;
const longestDelay = 300 * second;

/** Full jitter from one second to five minutes (sync 2.12). In: failures in a row, at least 1; luck from 0 up to 1. */
export const delayAfter = (failures: number, luck: number): number =>
  Math.round(second / 2 + luck * Math.min(longestDelay, second * 2 ** Math.min(failures, 9)));

/** Time until the next round when all is well: a minute, a fifth more or less. */
export const restBetween = (luck: number): number => Math.round(restMilliseconds * (0.8 + 0.4 * luck));
