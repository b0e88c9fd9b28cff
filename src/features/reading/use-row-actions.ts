import { useEffect, useMemo, useRef, useState } from 'react';
import { listRows } from './draft-rows.ts';
import {
  addRow,
  confirmRow,
  type EditedDraft,
  findSecondSentence,
  mergeWithNext,
  splitRow,
  takeBackRow,
  throwRow,
} from './edit-draft.ts';
import { type RowActions, rowElementId } from './row-actions.ts';

/** `isNew`: the row was made for this form, and goes when the form is undone. */
export interface OpenForm {
  readonly kind: 'row' | 'guide';
  readonly id: string;
  readonly isNew?: boolean;
}
type View = 'draft' | 'text';

export interface RowDesk {
  readonly actions: RowActions;
  readonly current: string | undefined;
  /** Goes up with each wish to see the current row's words. */
  readonly shown: number;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly form: OpenForm | undefined;
  readonly close: () => void;
  /** Brings a row into view and gives it the focus, as a press on its words does. */
  readonly goToRow: (id: string) => void;
}

type Edit = (change: (edited: EditedDraft) => EditedDraft, quiet?: boolean) => void;

/** Which row is looked at, which form is open, and what each key and button does. */
export function useRowActions(edited: EditedDraft, edit: Edit): RowDesk {
  const [current, setCurrent] = useState<string | undefined>();
  const [shown, setShown] = useState(0);
  const [view, setView] = useState<View>('draft');
  const [form, setForm] = useState<OpenForm | undefined>();
  const [wanted, setWanted] = useState<{ readonly id: string } | undefined>();
  // The actions are made once, so that a keystroke draws one row and not all; they read what is newest when they act.
  const latest = useRef<Newest>({ edited, edit });
  useEffect(() => {
    latest.current = { edited, edit };
  });
  useEffect(() => {
    if (!wanted) return;
    const element = document.getElementById(rowElementId(wanted.id));
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);

  const desk = useMemo(() => {
    const goToRow = (id: string) => {
      setView('draft');
      setCurrent(id);
      setWanted({ id });
    };
    const show = (id: string) => {
      setCurrent(id);
      setView('text');
      setShown((count) => count + 1);
    };
    return { goToRow, actions: createActions({ latest, goToRow, show, look: setCurrent, open: setForm }) };
  }, []);

  const close = () => {
    if (form) setWanted({ id: form.id });
    setForm(undefined);
  };
  return { ...desk, current, shown, view, setView, form, close };
}

interface Newest {
  readonly edited: EditedDraft;
  readonly edit: Edit;
}

interface ActionTools extends Pick<RowActions, 'show' | 'look'> {
  readonly latest: { readonly current: Newest };
  readonly goToRow: (id: string) => void;
  readonly open: (form: OpenForm) => void;
}

function createActions({ latest, goToRow, show, look, open }: ActionTools): RowActions {
  const step = (id: string, by: 1 | -1) => {
    const rows = listRows(latest.current.edited.draft);
    const next = rows[rows.findIndex((row) => row.id === id) + by];
    if (next) goToRow(next.id);
  };
  const changeAndStay = (change: (edited: EditedDraft, id: string) => EditedDraft) => (id: string) => {
    latest.current.edit((before) => change(before, id));
    goToRow(id);
  };
  return {
    step,
    show,
    look,
    confirm: (id) => {
      latest.current.edit((before) => confirmRow(before, id));
      step(id, 1);
    },
    throwAway: changeAndStay(throwRow),
    takeBack: changeAndStay(takeBackRow),
    merge: changeAndStay(mergeWithNext),
    split: changeAndStay(splitAtSentence),
    change: (id) => {
      look(id);
      open({ kind: 'row', id });
    },
    guide: (id) => {
      look(id);
      open({ kind: 'guide', id });
    },
    add: (kind) => {
      const added = addRow(latest.current.edited, kind);
      latest.current.edit(() => added.edited);
      look(added.id);
      open({ kind: 'row', id: added.id, isNew: true });
    },
  };
}

function splitAtSentence(edited: EditedDraft, id: string): EditedDraft {
  const row = listRows(edited.draft).find((known) => known.id === id);
  const text = row?.kind === 'activity' || row?.kind === 'goal' ? row.value.text : '';
  return splitRow(edited, id, findSecondSentence(text) ?? 0);
}
