/** The slow hash of passwords, computed outside the event loop and few at a time. */
import { scrypt } from 'node:crypto';
import { BusyError, type PeoplePorts } from '#server/people/ports.ts';

const blockSize = 8;
const keyBytes = 32;

export interface ScryptLimits {
  /** How many run at once: each takes 128 MiB at the usual cost, and one thread of Node's four. */
  readonly running: number;
  /** How many wait at most. Whoever comes after them is told to come again. */
  readonly waiting: number;
}

/**
 * scrypt for the people's ports. In: limits. Out: the function that `PeoplePorts` describes; it rejects with
 * `BusyError` when as many wait as may, so that many sign-ins at once cannot take the machine's memory.
 */
export function createScrypt({ running, waiting }: ScryptLimits = { running: 2, waiting: 30 }): PeoplePorts['scrypt'] {
  const queue: (() => void)[] = [];
  let active = 0;

  const enter = (): Promise<void> => {
    if (active < running) {
      active += 1;
      return Promise.resolve();
    }
    if (queue.length >= waiting) return Promise.reject(new BusyError());
    return new Promise((resolve) => queue.push(resolve));
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else active -= 1;
  };

  return async (password, salt, costLog2) => {
    await enter();
    try {
      return await compute(password, salt, costLog2);
    } finally {
      leave();
    }
  };
}

const compute = (password: Uint8Array, salt: Uint8Array, costLog2: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const cost = 2 ** costLog2;
    // Node's own limit is 32 MiB; twice what it needs, since it counts its working space too.
    const options = { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize };
    scrypt(password, salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(new Uint8Array(key))));
  });
