import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { joinClasses } from './class-names.ts';
import styles from './command-palette.module.css';
import type { CommandItem, CommandPaletteProps } from './command-palette-props.ts';
import fieldStyles from './field.module.css';
import { words } from './messages.ts';
import { indexItems, searchItems } from './palette-search.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import { useWords } from './words.ts';

/** Type a part of a word, press Enter, be there. A combobox with a list, in the browser's own dialog. */
export function CommandPalette({ open, onClose, items }: CommandPaletteProps) {
  const t = useWords(words);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself; the click is one on its backdrop
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('paletteTitle')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && <Palette items={items} onClose={onClose} />}
    </dialog>
  );
}

function Palette({ items, onClose }: Omit<CommandPaletteProps, 'open'>) {
  const t = useWords(words);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const index = useMemo(() => indexItems(items), [items]);
  const hits = useMemo(() => searchItems(index, typed), [index, typed]);
  const active = hits[Math.min(at, hits.length - 1)];
  const choose = (item: CommandItem | undefined) => {
    if (!item) return;
    onClose();
    item.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = moveBy(event.key, at, hits.length);
    if (moved !== null) {
      event.preventDefault();
      setAt(moved);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(active);
    }
  };
  return (
    <div className={styles.inner}>
      <input
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        className={joinClasses(fieldStyles.control, fieldStyles.large)}
        aria-label={t('paletteLabel')}
        placeholder={t('paletteLabel')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <div id={`${id}-list`} role="listbox" className={styles.list} aria-label={t('paletteTitle')} tabIndex={-1}>
        {hits.map((item, order) => (
          <Option
            key={item.id}
            id={`${id}-${item.id}`}
            item={item}
            heading={item.group !== hits[order - 1]?.group ? item.group : undefined}
            active={item === active}
            onChoose={() => choose(item)}
          />
        ))}
      </div>
      {hits.length === 0 && <p className={styles.empty}>{t('paletteEmpty')}</p>}
      <VisuallyHidden>
        <output>{t('paletteCount', { count: hits.length })}</output>
      </VisuallyHidden>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly item: CommandItem;
  readonly heading: string | undefined;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function Option({ id, item, heading, active, onChoose }: OptionProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      {heading && (
        <div role="presentation" className={styles.group}>
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which keeps the focus */}
      <div
        ref={ref}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        className={styles.option}
        onClick={onChoose}
      >
        <span>{item.label}</span>
        {item.hint && <span className={styles.hint}>{item.hint}</span>}
      </div>
    </>
  );
}

/** Where an arrow key leads; null for other keys. */
export function moveBy(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(at + 8, count - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return null;
}
