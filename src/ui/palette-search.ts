export interface Searchable {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly group?: string | undefined;
}

export interface IndexedItem<Item> {
  readonly item: Item;
  /** Label, hint and group, lower-cased once. */
  readonly text: string;
}

export const indexItems = <Item extends Searchable>(items: readonly Item[]): readonly IndexedItem<Item>[] =>
  items.map((item) => ({
    item,
    text: [item.label, item.hint, item.group].filter(Boolean).join(' ').toLocaleLowerCase('sv'),
  }));

/** Every typed part, in any order, anywhere in the text: "brott" finds "narkotikabrott". */
export function searchItems<Item>(index: readonly IndexedItem<Item>[], typed: string, most = 50): readonly Item[] {
  const parts = typed.toLocaleLowerCase('sv').split(/\s+/u).filter(Boolean);
  const hits: Item[] = [];
  for (const { item, text } of index) {
    if (hits.length >= most) break;
    if (parts.every((part) => text.includes(part))) hits.push(item);
  }
  return hits;
}
