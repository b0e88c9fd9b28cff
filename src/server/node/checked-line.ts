import { crc32 } from 'node:zlib';

/** In: anything that JSON can say. Out: a checksum in eight hexadecimal digits, a space, the JSON, and a newline. */
export function toCheckedLine(value: unknown): string {
  const text = JSON.stringify(value);
  return `${toChecksum(text)} ${text}\n`;
}

/** In: a line without its newline. Out: what it says, or undefined when it is not what was written. */
export function readCheckedLine(line: string): unknown {
  const text = line.slice(9);
  return line.slice(0, 8) === toChecksum(text) ? JSON.parse(text) : undefined;
}

const toChecksum = (text: string) => crc32(text).toString(16).padStart(8, '0');
