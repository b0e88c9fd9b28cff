export interface CommandItem {
  readonly id: string;
  readonly label: string;
  /** A quiet second text, such as where it leads or its shortcut. */
  readonly hint?: string | undefined;
  /** Items of one group stand together, in the order given. */
  readonly group?: string | undefined;
  readonly onSelect: () => void;
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly items: readonly CommandItem[];
}
