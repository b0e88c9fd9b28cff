import { memo, type ReactNode } from 'react';
import styles from './log-form.module.css';

interface LeavingFormProps {
  /** What was typed is saved: the form is hidden at once, and not drawn again before it is gone. */
  readonly isLeaving: boolean;
  readonly children: () => ReactNode;
}

/** The form until after its receipt has been painted. Taking its fields down takes as long as drawing the receipt. */
export function LeavingForm({ isLeaving, children }: LeavingFormProps) {
  return (
    <div className={isLeaving ? styles.leaving : undefined}>
      <StillForm isLeaving={isLeaving}>{children}</StillForm>
    </div>
  );
}

const StillForm = memo(
  ({ children }: LeavingFormProps) => children(),
  (_before, after) => after.isLeaving,
);
