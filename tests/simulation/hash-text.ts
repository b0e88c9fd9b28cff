/** A short name of a text: equal texts, equal names. */
export function hashText(text: string): string {
  let left = 0x811c9dc5;
  let right = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    left = Math.imul(left ^ code, 0x01000193);
    right = Math.imul(right ^ code, 0x85ebca6b) + left;
  }
  return `${(left >>> 0).toString(36)}${(right >>> 0).toString(36)}`;
}
