const nbsp = '\u00a0';

/** In: a sentence for a heading. Out: the same with "25 av 36" kept on one line. */
export const keepFigures = (sentence: string): string =>
  sentence.replaceAll(/(\d) (av|of) (?=\d)/g, `$1${nbsp}$2${nbsp}`);
