const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 as every zip file keeps of every part, and a row of codes of the whole. In: bytes. Out: 32 bits. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  // By place: walking over sixty million bytes with an iterator takes seconds.
  for (let at = 0; at < bytes.length; at += 1)
    rest = (remainders[(rest ^ (bytes[at] as number)) & 0xff] as number) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
