import { useEffect, useState } from 'react';
import type { Span } from '#domain/reading/promise-draft.ts';
import { readPromise } from '#domain/reading/read-promise.ts';
import { useDraft } from '#features/use-draft.ts';
import { beginEditing, type EditedDraft } from './edit-draft.ts';
import { readingDraftKey } from './save-draft.ts';

/** What is kept while a text is read: it survives a closed tab, and the saving clears it. */
export interface KeptReading {
  readonly step: 'text' | 'draft';
  readonly text: string;
  /** The whole text as it was when it was read, the part of it that was read, and what people have made of the draft. */
  readonly read?: { readonly whole: string; readonly text: string; readonly edited: EditedDraft };
}

const nothing: KeptReading = { step: 'text', text: '' };
/** Steps back that are remembered while the page is open. */
const mostSteps = 50;

export interface Reading {
  /** Undefined until the device has been asked what was kept. */
  readonly kept: KeptReading | undefined;
  readonly restored: boolean;
  readonly type: (text: string) => void;
  /** Reads the text that stands in the field, or a part of what was read last: a page may hold several promises. */
  readonly read: (part?: Span) => void;
  readonly goTo: (step: KeptReading['step']) => void;
  /** One step of a person. `quiet`: it goes on with the step before, as keystrokes in one form do. */
  readonly edit: (change: (edited: EditedDraft) => EditedDraft, quiet?: boolean) => void;
  readonly undo: (() => void) | undefined;
  readonly clear: () => void;
}

/** The text, the draft that was read from it, and every step that people take with it. */
export function useReading(): Reading {
  const { value: kept, restored, change, reset, discard } = useDraft<KeptReading>(readingDraftKey, nothing);
  const [past, setPast] = useState<readonly EditedDraft[]>([]);
  const edited = kept?.read?.edited;
  useEffect(warmUp, []);

  const put = (next: EditedDraft) => kept?.read && change({ ...kept, read: { ...kept.read, edited: next } });
  const last = past.at(-1);
  return {
    kept,
    restored,
    type: (text) => change({ ...(kept ?? nothing), text }),
    read: (part) => {
      const whole = kept?.text ?? '';
      const text = part ? (kept?.read?.text ?? whole).slice(part.start, part.end) : whole;
      setPast([]);
      change({ step: 'draft', text: whole, read: { whole, text, edited: beginEditing(readPromise(text)) } });
    },
    goTo: (step) => kept && change({ ...kept, step }),
    edit: (step, quiet = false) => {
      if (!edited) return;
      const next = step(edited);
      if (next === edited) return;
      if (!quiet) setPast([...past.slice(1 - mostSteps), edited]);
      put(next);
    },
    undo:
      last &&
      (() => {
        setPast(past.slice(0, -1));
        put(last);
      }),
    clear: () => {
      setPast([]);
      reset(nothing);
      void discard();
    },
  };
}

const smallText = 'Polisen ska vara i centrum minst tre timmar i veckan.';

/**
 * Reads a small text while the person looks for theirs. The first reading makes the browser prepare some hundred patterns,
 * which takes longer than most texts do. Returns how not to.
 */
function warmUp(): () => void {
  // Not every browser says when it has nothing to do.
  const timer = setTimeout(() => readPromise(smallText), 300);
  return () => clearTimeout(timer);
}
