import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { joinClasses } from './class-names.ts';
import styles from './dialog.module.css';
import { words } from './messages.ts';
import { useWords } from './words.ts';

export interface DialogProps {
  readonly open: boolean;
  /** Esc, the close button: the owner sets `open` to false. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one first. */
  readonly actions?: ReactNode;
  readonly size?: 'normal' | 'wide' | undefined;
}

/** A modal dialog on the native element: focus stays inside, Esc closes, focus returns to where it was. */
export function Dialog({ open, onClose, title, children, actions, size = 'normal' }: DialogProps) {
  const t = useWords(words);
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className={joinClasses(styles.dialog, size === 'wide' && styles.wide)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The owner decides; a dialog that closed itself would be out of step with its `open`.
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div className={styles.inner}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <div className={styles.content}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
          {/* Last in order, so that the first focus lands on the content. */}
          <div className={styles.close}>
            <Button kind="quiet" iconOnly aria-label={t('close')} icon={<X aria-hidden="true" />} onClick={onClose} />
          </div>
        </div>
      )}
    </dialog>
  );
}
