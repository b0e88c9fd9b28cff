/** The id that stands for a local name of an example ("party/police"). */
export type IdOf = (name: string) => string;

/**
 * Lets example data refer to each other by names people can read.
 * In: a maker of ids. Out: a function from name to id; the same name always gives the same id, and a new name a new one.
 */
export function nameIds(newId: () => string): IdOf {
  const ids = new Map<string, string>();
  return (name) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const id = newId();
    ids.set(name, id);
    return id;
  };
}
