import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import type { PromiseDraft, Span } from '#domain/reading/promise-draft.ts';
import { Button } from '#ui/button.tsx';
import { joinClasses } from '#ui/class-names.ts';
import { useWords } from '#ui/words.ts';
import { listRows, type Row } from './draft-rows.ts';
import type { RowState } from './edit-draft.ts';
import { markText, type Stretch } from './mark-text.ts';
import { words } from './messages.ts';
import styles from './reading.module.css';
import { rowElementId } from './row-actions.ts';
import { rowWords } from './row-messages.ts';
import paneStyles from './text-pane.module.css';
import { useTextSelection } from './use-text-selection.ts';

interface TextPaneProps {
  readonly draft: PromiseDraft;
  readonly states: Readonly<Record<string, RowState>>;
  readonly current: string | undefined;
  /** Goes up each time that the current row is to be shown, also when it is the same as before. */
  readonly shown: number;
  readonly onChoose: (id: string) => void;
  readonly onMake: (kind: (typeof madeKinds)[number], span: Span) => void;
}

const madeKinds = ['activity', 'goal', 'focus-area'] as const;
const makeWords = { activity: 'makeActivity', goal: 'makeGoal', 'focus-area': 'makeFocusArea' } as const;

/** The text as it was pasted, with the words that rows come from marked. Marks lead to their rows. */
export function TextPane({ draft, states, current, shown, onChoose, onMake }: TextPaneProps) {
  const t = useWords(words);
  const pane = useRef<HTMLElement>(null);
  const rows = useMemo(() => listRows(draft).filter(({ id }) => states[id] !== 'thrown'), [draft, states]);
  const stretches = useMemo(() => markText(draft.originalText, rows), [draft.originalText, rows]);
  const selection = useTextSelection(pane);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` is the wish to look, not something that is looked at
  useEffect(() => {
    if (current !== undefined) showMark(pane.current);
  }, [current, shown]);

  return (
    <div className={paneStyles.textFrame}>
      <div className={paneStyles.selectionBar}>
        {selection ? (
          madeKinds.map((kind) => (
            <Button
              key={kind}
              // Pressing must not take the selection away before it is read.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => {
                onMake(kind, selection);
                getSelection()?.removeAllRanges();
              }}
            >
              {t(makeWords[kind])}
            </Button>
          ))
        ) : (
          <p className={styles.quiet}>{t('selectHint')}</p>
        )}
      </div>
      <section
        ref={pane}
        aria-label={t('textRegion')}
        className={paneStyles.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        onKeyDown={moveBetweenMarks}
      >
        <Stretches {...{ stretches, rows, current, onChoose }} />
      </section>
    </div>
  );
}

interface StretchesProps {
  readonly stretches: readonly Stretch[];
  readonly rows: readonly Row[];
  readonly current: string | undefined;
  readonly onChoose: (id: string) => void;
}

const Stretches = memo(function Stretches({ stretches, rows, current, onChoose }: StretchesProps) {
  const t = useWords(words);
  const r = useWords(rowWords);
  const kinds = useMemo(() => new Map(rows.map(({ id, kind }) => [id, kind])), [rows]);
  const [first] = stretches.filter(({ rowIds }) => rowIds.length > 0);
  const currentStart = stretches.find(({ rowIds }) => current !== undefined && rowIds.includes(current))?.start;
  return stretches.map(({ start, text, rowIds }) => {
    // Of several rows the current one is meant, so that a second press does not lead away from it.
    const id = rowIds.find((one) => one === current) ?? rowIds[0];
    const kind = id === undefined ? undefined : kinds.get(id);
    if (id === undefined || kind === undefined) {
      return (
        <span key={start} data-start={start}>
          {text}
        </span>
      );
    }
    const isCurrent = current !== undefined && rowIds.includes(current);
    return (
      <a
        key={start}
        data-start={start}
        data-kind={kind}
        href={`#${rowElementId(id)}`}
        draggable={false}
        tabIndex={start === (currentStart ?? first?.start) ? 0 : -1}
        className={joinClasses(paneStyles.mark, isCurrent && paneStyles.markCurrent)}
        aria-label={t('markLabel', { kind: r(kind), text })}
        onClick={(event) => {
          event.preventDefault();
          // The end of a selection is no wish to go somewhere.
          if (getSelection()?.isCollapsed !== false) onChoose(id);
        }}
      >
        {text}
      </a>
    );
  });
});

function showMark(pane: HTMLElement | null): void {
  const mark = pane?.querySelector<HTMLElement>(`.${paneStyles.markCurrent}`);
  if (!pane || !mark) return;
  const place = mark.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (place.top >= frame.top && place.bottom <= frame.bottom) return;
  pane.scrollTop += place.top - frame.top - frame.height / 3;
}

/** Left and right move between the marks while one of them has the focus; up and down scroll, as everywhere. */
function moveBetweenMarks(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-start]')];
  const at = marks.indexOf(event.target as HTMLElement);
  const next = marks[at + (event.key === 'ArrowRight' ? 1 : -1)];
  if (at === -1 || !next) return;
  event.preventDefault();
  next.focus();
}
