/** Repetitions, in each of which every variant has its turn, and another one goes first every time. */
export async function interleave<Name extends string>(
  repetitions: number,
  variants: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(variants) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(repetition + turn) % names.length];
      if (name !== undefined) values[name].push(await variants[name]());
    }
  }
  return values;
}
