/** Whether a text ends, on its line, every change of direction that it begins, and none that it did not begin. */
export const endsItsDirections = (text: string): boolean => text.split('\n').every(endsThemOnLine);

function endsThemOnLine(line: string): boolean {
  const open: string[] = [];
  for (const sign of line) {
    if ('\u202a\u202b\u202d\u202e'.includes(sign)) open.push('\u202c');
    if ('\u2066\u2067\u2068'.includes(sign)) open.push('\u2069');
    if ('\u202c\u2069'.includes(sign) && open.pop() !== sign) return false;
  }
  return open.length === 0;
}
