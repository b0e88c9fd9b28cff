/** Signs that begin an item; fonts of signs keep theirs where Unicode has none of its own. */
const bullet =
  /^[\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023\u2043\u2219\u25a0\u25a1\u2610\u27a2\u2713\u25ba\u25b6\uf000-\uf0ff\u2013\u2014\-*]$/;
const number = /^(\d{1,2}|[a-z]|[ivx]{1,4})[.)]$/i;

/** Whether a text is nothing but what stands before an item. Word writes the bullet of a second level as the letter o. */
export const isLabel = (text: string): boolean => bullet.test(text) || number.test(text) || text === 'o';

export interface Item {
  /** `•`, or the number as it is written. */
  readonly label: string;
  readonly text: string;
}

/** In: a line. Out: its label and the rest, where it is an item. */
export function toItem(line: string): Item | undefined {
  const [, label = '', text = ''] = /^(\S+)\s+(\S.*)$/s.exec(line) ?? [];
  if (bullet.test(label) || label === 'o') return { label: '•', text };
  return number.test(label) ? { label, text } : undefined;
}
