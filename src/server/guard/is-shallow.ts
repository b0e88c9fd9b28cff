/** Nesting of a whole body: that of a value in an operation, and what lies around it. */
const deepest = 64;

const [quote, backslash] = [0x22, 0x5c];
/** What a byte outside texts does to the depth. */
const steps = Int8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x5b || byte === 0x7b) return 1;
  return byte === 0x5d || byte === 0x7d ? -1 : 0;
});

/**
 * Whether JSON is nested no deeper than anything that is asked for. In: its bytes, which may be no JSON at all. Out: false
 * as soon as they go deeper: a hundred thousand brackets are refused after sixty, before anybody builds objects of them.
 */
export function isShallow(bytes: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === quote) at = findEnd(bytes, at);
    depth += steps[bytes[at] ?? 0] ?? 0;
    if (depth > deepest) return false;
  }
  return true;
}

/** Where the text that begins with a quote ends. */
function findEnd(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === backslash) at += 1;
    else if (bytes[at] === quote) return at;
  }
  return bytes.length;
}
