import styles from './button.module.css';
import { joinClasses } from './class-names.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'field';

export interface ButtonLook {
  /** One primary action per view. Default `secondary`. */
  readonly kind?: ButtonKind | undefined;
  /** `field` is 64 px (80 in glove mode), for screens used outdoors. */
  readonly size?: ButtonSize | undefined;
  /** Takes the whole width of its place. */
  readonly wide?: boolean | undefined;
  /** A square button whose only content is an icon; it then needs an `aria-label`. */
  readonly iconOnly?: boolean | undefined;
}

/** The class of a button, for elements that must look like one (a router's link, a label). */
export const buttonClass = ({ kind = 'secondary', size = 'normal', wide = false, iconOnly = false }: ButtonLook = {}) =>
  joinClasses(
    styles.button,
    styles[kind],
    size === 'field' && styles.field,
    wide && styles.wide,
    iconOnly && styles.iconOnly,
  );
