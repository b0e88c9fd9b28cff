/** What a device knows of a promise, in a few numbers: enough for another to see where it knows something else. */
import * as z from 'zod/mini';

/** By the first letters of the names of actions, which are the time they were made: how many, and their ends laid over each other. */
export type Summary = Readonly<Record<string, readonly [count: number, ends: number]>>;

/** So many letters of a name are about five hours. */
const letters = 6;
/** The last digits of a name are random: 48 of their bits. */
const endLength = 12;

/** A summary as a file carries it. */
export const summarySchema = z.record(
  z.string().check(z.regex(/^[0-9a-f]{6}$/)),
  z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())]),
);

/** In: the names of actions (`tx`), each once. */
export function summarise(names: Iterable<string>): Summary {
  const parts = new Map<string, [number, number, number]>();
  for (const name of names) {
    const part = parts.get(toPart(name)) ?? [0, 0, 0];
    const end = name.slice(-endLength);
    // 48 bits in two halves, since the operators of whole numbers know 32.
    parts.set(toPart(name), [
      part[0] + 1,
      part[1] ^ Number.parseInt(end.slice(0, 6), 16),
      part[2] ^ Number.parseInt(end.slice(6), 16),
    ]);
  }
  return Object.fromEntries(
    Array.from(parts, ([part, [count, high, low]]) => [part, [count, high * 2 ** 24 + low] as const]),
  );
}

/** The names of actions that somebody with the other summary may not know. In: names, and what they are said to know. */
export function listUnknown(names: readonly string[], theirs: Summary): readonly string[] {
  const own = summarise(names);
  return names.filter((name) => {
    const part = toPart(name);
    const [mine, other] = [own[part], theirs[part]];
    return other === undefined || mine?.[0] !== other[0] || mine[1] !== other[1];
  });
}

const toPart = (name: string) => name.slice(0, letters);
