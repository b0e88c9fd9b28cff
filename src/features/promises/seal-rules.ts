/** What a seal means for editing (model section 5): agreed text, targets and counting rules change only in the open. */
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Write } from '#storage/commit-action.ts';

export const isSealed = (promise: CitizenPromise): boolean => promise.seal?.sealedOn !== undefined;

/** Whether some party has signed what another has not signed yet. */
export const isPartlySigned = (promise: CitizenPromise): boolean =>
  !isSealed(promise) && (promise.seal?.signatures.length ?? 0) > 0;

/** A signature covers what was there when it was given: a change before the last one takes the others back. */
export const withdrawSignatures = (promise: CitizenPromise): readonly Write[] =>
  isPartlySigned(promise) ? [{ kind: 'set', table: 'promises', id: promise.id, fields: { seal: undefined } }] : [];

/** The signed text is verbatim for ever. Until one has been entered there is nothing to protect. */
export const isTextFixed = (promise: CitizenPromise): boolean =>
  promise.originalText !== '' && (isSealed(promise) || promise.signedOn !== undefined);
