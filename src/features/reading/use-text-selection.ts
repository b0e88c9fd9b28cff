import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '#domain/reading/promise-draft.ts';

/** The words of the text that somebody has selected, or undefined. Every stretch of the text says where it begins. */
export function useTextSelection(pane: RefObject<HTMLElement | null>): Span | undefined {
  const [selection, setSelection] = useState<Span | undefined>();
  useEffect(() => {
    const look = () => setSelection(readSelection(pane.current));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [pane]);
  return selection;
}

function readSelection(pane: HTMLElement | null): Span | undefined {
  const selection = getSelection();
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const start = toOffset(pane, range.startContainer, range.startOffset);
  const end = toOffset(pane, range.endContainer, range.endOffset);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

/** In: a place in the document. Out: its offset in the text, or undefined outside of it. */
function toOffset(pane: HTMLElement, node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node.children[offset] : node.parentElement;
  const stretch = element?.closest<HTMLElement>('[data-start]');
  if (!stretch || !pane.contains(stretch)) return undefined;
  return Number(stretch.dataset.start) + (node instanceof Element ? 0 : offset);
}
