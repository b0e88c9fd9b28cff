import { memo } from 'react';
import { LogForm, type LogFormProps } from './log-form.tsx';

interface LeavingFormProps extends LogFormProps {
  /** What was typed is saved: the form is hidden at once, and not drawn again before it is gone. */
  readonly isLeaving: boolean;
}

/** The form until after its receipt has been painted. Taking its fields down takes as long as drawing the receipt. */
export function LeavingForm({ isLeaving, ...form }: LeavingFormProps) {
  return (
    <div hidden={isLeaving}>
      <StillForm {...form} isLeaving={isLeaving} />
    </div>
  );
}

const StillForm = memo(
  ({ isLeaving: _isLeaving, ...form }: LeavingFormProps) => <LogForm {...form} />,
  (_before, after) => after.isLeaving,
);
