import type { DeviceStep } from '#domain/delivery/device-store.ts';
import { ringLimits } from '#domain/delivery/waiting-operation.ts';

/**
 * The step that forgets accepted operations that no restore asks for any more: older than 35 days, or more than 20,000.
 * Actions leave whole. In: milliseconds of the server's clock, and the most entries that stay. Out: how many left.
 */
export const createTrimStep = (now: number, most: number = ringLimits.entries): DeviceStep<number> => ({
  needs: () => ({ rows: [], promises: [], ring: true }),
  decide: ({ ring }) => {
    const surplus = ring.length - most;
    const leaving = new Set(
      ring
        .filter(({ keptAt }, index) => index < surplus || now - keptAt > ringLimits.milliseconds)
        .map(({ op }) => op.tx),
    );
    const ringRemoved = ring.filter(({ op }) => leaving.has(op.tx)).map(({ id }) => id);
    return ringRemoved.length === 0
      ? { changes: {}, result: 0 }
      : { changes: { ringRemoved }, result: ringRemoved.length };
  },
});
