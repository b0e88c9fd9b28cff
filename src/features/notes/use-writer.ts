import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { useServices } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import type { NoteStamp } from './note-form.ts';

/** Who writes on this device, as a party of the promise, and the stamps that a note needs. */
export function useWriter(promise: CitizenPromise) {
  const { clock, newId } = useServices();
  const { profile } = useSettings();
  const own = promise.parties.find(({ kind }) => kind === profile?.partyKind);
  return {
    today: clock.today(),
    partyId: own?.id ?? '',
    partyOptions: promise.parties.map(({ id, name }) => ({ value: id, label: name })),
    toStamp: (base?: { readonly id: string; readonly createdAt: string }): NoteStamp => ({
      id: base?.id ?? newId(),
      promiseId: promise.id,
      createdAt: base?.createdAt ?? clock.now(),
      now: clock.now(),
    }),
  };
}
