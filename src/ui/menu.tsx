import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import type { ButtonKind } from './button-class.ts';
import { joinClasses } from './class-names.ts';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  readonly disabled?: boolean | undefined;
  /** Removes something: shown in the colour of failure, last in the list. */
  readonly danger?: boolean | undefined;
}

export interface MenuProps {
  /** The text on the button, or its name when `iconOnly`. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: ReactNode;
  readonly iconOnly?: boolean | undefined;
  readonly kind?: ButtonKind | undefined;
  /** Which edge of the button the list follows. */
  readonly align?: 'start' | 'end' | undefined;
}

/** A button that opens a short list of actions. Esc, a click outside or a choice closes it. */
export function Menu({ label, items, icon, iconOnly, kind, align = 'start' }: MenuProps) {
  const listId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useClickOutside(frame, open, () => setOpen(false));
  const close = () => {
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) close();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (!open) setOpen(true);
    else moveFocus(frame.current, event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the list inside
    <div className={styles.frame} ref={frame} onKeyDown={onKeyDown}>
      <Button
        kind={kind}
        icon={icon}
        iconOnly={iconOnly}
        aria-label={iconOnly ? label : undefined}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {iconOnly ? null : label}
      </Button>
      <ul id={listId} className={joinClasses(styles.list, align === 'end' && styles.end)} hidden={!open}>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={joinClasses(styles.item, item.danger && styles.danger)}
              disabled={item.disabled}
              onClick={() => {
                close();
                item.onSelect();
              }}
            >
              {item.icon}
              {item.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function moveFocus(frame: HTMLElement | null, by: 1 | -1) {
  const buttons = [...(frame?.querySelectorAll<HTMLButtonElement>('li button:enabled') ?? [])];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const next = at === -1 && by === -1 ? -1 : (at + by) % buttons.length;
  buttons.at(next)?.focus();
}

function useClickOutside(frame: { readonly current: HTMLElement | null }, open: boolean, close: () => void) {
  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [frame, open, close]);
}
