import { shortenText } from './form-values.ts';

/** Whether an item has a name of its own, rather than the beginning of its text. */
export const isOwnName = ({ text, shortName }: { readonly text: string; readonly shortName: string }): boolean =>
  shortName !== shortenText(text) && shortName !== text.trim();
