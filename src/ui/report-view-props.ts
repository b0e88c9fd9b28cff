/** What a report looks like from here: finished texts. The report of the rules fits these shapes as it is. */
export interface ViewedColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day';
}

export interface ViewedTable {
  readonly key: string;
  readonly caption: string;
  readonly columns: readonly ViewedColumn[];
  /** The first cell of each row is its head. */
  readonly rows: readonly (readonly { readonly text: string }[])[];
}

export interface ViewedChart {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly categories: readonly string[];
  /** At most four; null where nothing is known. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export type ViewedBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: ViewedTable }
  | { readonly kind: 'chart'; readonly chart: ViewedChart };

export interface ViewedChapter {
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly ViewedBlock[];
}

export interface ViewedReport {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly chapters: readonly ViewedChapter[];
  readonly footer: string;
}

/** A heading's level in its page. */
export type HeadingLevel = 1 | 2 | 3 | 4;
