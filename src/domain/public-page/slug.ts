/**
 * A text as a part of an address.
 * In: any text. Out: small letters a–z, digits and hyphens, at most 60; `lofte` where nothing of it can be written so.
 */
export function toSlug(text: string): string {
  const plain = text
    .toLocaleLowerCase('sv-SE')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 60).replace(/^-+|-+$/g, '') || 'lofte';
}
