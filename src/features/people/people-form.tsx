import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import type { Sending } from './use-sending.ts';

interface PeopleFormProps<Field extends string> {
  readonly sending: Sending<Field>;
  readonly submit: string;
  readonly onSubmit: () => void;
  /** Another way stands above it and comes first. */
  readonly isSecond?: boolean;
  readonly children: ReactNode;
}

/** Fields, what went wrong, and the one button. */
export function PeopleForm<Field extends string>(props: PeopleFormProps<Field>) {
  const { sending, submit, onSubmit, isSecond = false, children } = props;
  return (
    <form
      ref={sending.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.busy) onSubmit();
      }}
    >
      <Stack gap="loose" readable>
        {children}
        {sending.failure && (
          <Notice kind="fail" announce="alert">
            {sending.failure}
          </Notice>
        )}
        <div>
          <Button type="submit" kind={isSecond ? 'secondary' : 'primary'} busy={sending.busy}>
            {submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
