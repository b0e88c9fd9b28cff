/** What the pages of a measuring build show to whoever drives them. Times are milliseconds. */

export interface Saved {
  /** Until the transaction is on disk. */
  readonly durable: number;
  /** Until a live query has the new figure. */
  readonly shown: number;
}

export interface Searched {
  readonly ms: number;
  readonly found: number;
}

export interface Aggregated {
  /** Reading the tally of every goal. */
  readonly tallies: number;
  /** The same with every figure computed from them, and all that it takes to say what they mean. */
  readonly figures: number;
  readonly goals: number;
}

export interface Recounted {
  readonly ms: number;
  /** Goals whose stored tally is not what its logs give. */
  readonly mismatches: number;
}

/** `window.__bench` of the app: each resolves when its result is painted or on disk. */
export interface MeasuredApp {
  readonly seed: (wanted: { readonly logs: number }) => Promise<{ readonly ms: number; readonly bytesPerLog: number }>;
  readonly openOverview: () => Promise<number>;
  readonly saveLog: () => Promise<Saved>;
  readonly aggregate: () => Promise<Aggregated>;
  readonly search: (text: string) => Promise<Searched>;
  /** Rejects as long as there is nothing to synchronise with. */
  readonly sync: () => Promise<never>;
  readonly recount: () => Promise<Recounted>;
  readonly closeSearch: () => void;
  /** Saves a log of the promise that the overview shows, until the figure has changed there. */
  readonly saveShown: () => Promise<void>;
  readonly openFigure: (path: string) => Promise<void>;
  readonly tapSave: () => Promise<number>;
  readonly listGoalPaths: () => Promise<readonly string[]>;
}

/** `window.__floors`: the same jobs without the app. */
export interface Floors {
  readonly seed: (wanted: { readonly logs: number; readonly today: string }) => Promise<number>;
  readonly saveWithDexie: () => Promise<Saved>;
  readonly saveRaw: () => Promise<Saved>;
  readonly readCounters: () => Promise<number>;
  readonly readAndAggregate: () => Promise<number>;
  readonly scan: (text: string) => Promise<Searched>;
}

/** `window.__react`: an empty React page. */
export interface ReactFloor {
  /** Thirty lines of own SVG, until painted. */
  readonly mountSparklines: () => Promise<number>;
  /** A tap on a button until the text that it brings is painted. */
  readonly tap: () => Promise<number>;
}

/** Put there before the page's own scripts. */
export interface ChartWatch {
  /** Charts that were rendered again since the last time this was asked. */
  readonly takeRendered: () => number;
  /** The longest list of points that any chart on the page was handed. */
  readonly findLongestSeries: () => number;
}

declare global {
  interface Window {
    __bench: MeasuredApp;
    __floors: Floors;
    __react: ReactFloor;
    __charts: ChartWatch;
    /** Milliseconds after the start of the navigation when the awaited content was painted. */
    __painted: Promise<number>;
    /** Rows that came out of IndexedDB so far. */
    __rows: number;
  }
}
