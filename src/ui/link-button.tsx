import type { ComponentPropsWithRef, ElementType, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class.ts';

export type LinkButtonProps<Element extends ElementType = 'a'> = ButtonLook & {
  /** The link element, `a` by default; give the router's `Link` and its own props (`to`). */
  readonly as?: Element;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
} & Omit<ComponentPropsWithRef<Element>, keyof ButtonLook | 'as' | 'icon' | 'children' | 'className'>;

/** A link that looks like a button: it goes somewhere, a `Button` does something. */
export function LinkButton<Element extends ElementType = 'a'>(props: LinkButtonProps<Element>) {
  const { as, kind, size, wide, iconOnly, icon, children, ...rest } = props;
  const Anchor: ElementType = as ?? 'a';
  return (
    <Anchor {...rest} className={buttonClass({ kind, size, wide, iconOnly })}>
      {icon}
      {children}
    </Anchor>
  );
}
