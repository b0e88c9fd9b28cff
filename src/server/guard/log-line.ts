/** One line of the server's log. Values are what is known not to be secret: no bodies, no texts, no addresses. */
export interface LogEntry {
  readonly event: string;
  readonly [name: string]: string | number | boolean | undefined;
}

/** Takes an entry and writes it somewhere. The process writes lines to its standard output. */
export type Log = (entry: LogEntry) => void;

const longestValue = 500;

/**
 * An entry as one line of JSON that cannot break out of its line or colour a terminal (guard T18).
 * In: when, in milliseconds since 1970, and the entry. Out: a line without its line break; every control character,
 * also the ones above ASCII and those that turn the reading direction, is written as an escape.
 */
export function toLogLine(at: number, entry: LogEntry): string {
  const short = Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, longestValue) : value,
    ]),
  );
  return JSON.stringify({ at: new Date(at).toISOString(), ...short }).replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => [...character].map(toEscapes).join(''),
  );
}

const toEscapes = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index).toString(16).padStart(4, '0'))
    .map((code) => `\\u${code}`)
    .join('');
