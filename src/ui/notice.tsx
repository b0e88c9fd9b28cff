import type { ReactNode } from 'react';
import { joinClasses } from './class-names.ts';
import { words } from './messages.ts';
import styles from './notice.module.css';
import { type Sign, SignGlyph } from './sign-glyph.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import { useWords } from './words.ts';

export type NoticeKind = 'info' | 'warn' | 'fail' | 'done' | 'calm';

export interface NoticeProps {
  /** `calm` is grey: offline and waiting are no fault. */
  readonly kind: NoticeKind;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons or links under the text. */
  readonly actions?: ReactNode;
  /** Says it to screen readers when it comes: `status` politely, `alert` at once. Leave out for what was always there. */
  readonly announce?: 'status' | 'alert' | undefined;
}

const signs: Readonly<Record<NoticeKind, Sign>> = {
  info: 'info',
  warn: 'triangle',
  fail: 'cross',
  done: 'check',
  calm: 'info',
};

/** A message in the page: sign, word and text, never a vanishing toast. */
export function Notice({ kind, title, children, actions, announce }: NoticeProps) {
  const t = useWords(words);
  const signWord = {
    info: t('signInfo'),
    calm: t('signInfo'),
    warn: t('signWarn'),
    fail: t('signFail'),
    done: t('signDone'),
  };
  return (
    <div className={joinClasses(styles.notice, styles[kind])} role={announce}>
      <span className={styles.sign}>
        <SignGlyph sign={signs[kind]} />
        <VisuallyHidden>{signWord[kind]}: </VisuallyHidden>
      </span>
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
