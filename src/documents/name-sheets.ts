/** Excel's limit for the name of a sheet, in UTF-16 units. */
const longestName = 31;

/**
 * Names that Excel accepts.
 * In: what the sheets hold, and what a sheet without a name is called. Out: one name each, at most 31 units, without the
 * signs that Excel refuses, and no two the same in whatever case.
 */
export function nameSheets(captions: readonly string[], fallback: string): readonly string[] {
  const taken = new Set<string>();
  return captions.map((caption) => {
    const plain = toPlainName(caption) || fallback;
    for (let copy = 1; ; copy++) {
      const name =
        copy === 1 ? cut(plain, longestName) : `${cut(plain, longestName - String(copy).length - 1)} ${copy}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

const toPlainName = (caption: string) => {
  const plain = caption
    .replace(/[\\/?*[\]:\n\t]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  // A name that Excel keeps for itself, in English and Swedish.
  return /^(history|historik)$/i.test(plain) ? `${plain}.` : plain;
};

/** Never through a pair, and never so that a quote or a space ends it. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const short = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${short.replace(/[' ]+$/, '')}…`;
}
