import type { DeviceMeta, DeviceView, HeldScope } from '#domain/delivery/device-state.ts';
import type { DeviceStep } from '#domain/delivery/device-store.ts';
import type { WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import { closeActions } from './close-actions.ts';
import type { DeviceRules } from './device-rules.ts';

export interface NewIdentity {
  /** The identity that was found to be wrong: when it is no longer the device's, another tab has done this already. */
  readonly from: { readonly dev: string; readonly epoch: string };
  readonly dev: string;
  /** The server's new line of history, after a restore. */
  readonly epoch?: string;
}

/**
 * The step that gives a device another identity (sync 2.14): after a copied profile, a hole that cannot be filled, or a
 * restored server. What waits is numbered anew; after a restore what the server had accepted is sent again before it,
 * and everything is fetched anew. Names of operations are unique everywhere, so sending twice does nothing twice.
 * Out: whether it was done.
 */
export const createReidentifyStep = (wanted: NewIdentity, rules: DeviceRules): DeviceStep<boolean> => ({
  needs: () => ({ rows: [], promises: [], ring: wanted.epoch !== undefined }),
  decide: (view) => {
    const { meta } = view;
    if (meta.dev !== wanted.from.dev || meta.epoch !== wanted.from.epoch) return { changes: {}, result: false };
    const { epoch = meta.epoch } = wanted;
    // A device that has never had an answer has nothing of any earlier line.
    const isNewLine = epoch !== meta.epoch && meta.epoch !== '';
    const waiting = listWaitingAnew(view, isNewLine && rules.ringResent);
    const outboxAnew = rules.numbersAnew ? waiting.map((entry, index) => ({ ...entry, seq: index + 1 })) : waiting;
    const identity = toIdentity(meta, { ...wanted, epoch }, rules);
    const next = { ...identity, generation: meta.generation + 1, issued: outboxAnew.at(-1)?.seq ?? 0, answered: 0 };
    const forgetsRing = isNewLine || !rules.ringOutlivesFork;
    return {
      changes: { meta: next, outboxAnew, ...(forgetsRing && { ringRemoved: 'all' as const }) },
      result: true,
    };
  },
});

function toIdentity(meta: DeviceMeta, { dev, epoch }: Required<NewIdentity>, rules: DeviceRules): DeviceMeta {
  if (epoch === meta.epoch) return { ...meta, dev };
  const scopes = rules.cursorsResetAtEpoch ? forgetCursors(meta.scopes) : meta.scopes;
  return { ...meta, dev: rules.newIdentityAtEpoch ? dev : meta.dev, epoch, scopes };
}

/** What waits under the new identity: after a restore first what the server had accepted, in the order in which it had. */
function listWaitingAnew({ outbox, ring }: DeviceView, isAgain: boolean): readonly WaitingOperation[] {
  const again = isAgain ? ring.map(({ op, proof }) => ({ seq: 0, op, ...(proof && { proof }) })) : [];
  const ids = new Set(again.map(({ op }) => op.id));
  const waiting = outbox.filter(({ op }) => op !== undefined && !ids.has(op.id));
  return [...again, ...(isAgain ? closeActions(waiting) : waiting)];
}

const forgetCursors = (scopes: DeviceMeta['scopes']): DeviceMeta['scopes'] =>
  Object.fromEntries(Object.entries<HeldScope>(scopes).map(([key, scope]) => [key, { ...scope, cursor: 0 }]));
