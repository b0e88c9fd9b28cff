import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { type NoteTable, removeNote, restoreNote } from './save-note.ts';

export type OpenNote =
  | { readonly kind: 'closed' }
  | { readonly kind: 'new' }
  | { readonly kind: 'edit'; readonly id: string };

/** Which note of a section is being written, and which was removed a moment ago. */
export function useNoteDesk(table: NoteTable) {
  const services = useServices();
  const [open, setOpen] = useState<OpenNote>({ kind: 'closed' });
  const [removedId, setRemovedId] = useState<string | undefined>();
  return {
    open,
    removedId,
    start: () => setOpen({ kind: 'new' }),
    edit: (id: string) => setOpen({ kind: 'edit', id }),
    close: () => setOpen({ kind: 'closed' }),
    remove: async (id: string) => {
      await removeNote(services, table, id);
      setOpen({ kind: 'closed' });
      setRemovedId(id);
    },
    restore: async () => {
      if (removedId !== undefined) await restoreNote(services, table, removedId);
      setRemovedId(undefined);
    },
  };
}

export type NoteDesk = ReturnType<typeof useNoteDesk>;
