/** What the pages of a measuring build show to whoever drives them. Times are milliseconds. */

import type { Spot } from './painted.ts';

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

/** Milliseconds of each step, and bytes. */
export interface BackedUp {
  readonly pack: number;
  readonly seal: number;
  readonly check: number;
  readonly restore: number;
  readonly bytes: number;
  readonly logs: number;
  readonly heapToPack: number;
  readonly heapToRestore: number;
}

/** `window.__bench` of the app: each resolves when its result is painted or on disk. */
export interface MeasuredApp {
  readonly seed: (wanted: { readonly logs: number }) => Promise<{ readonly ms: number; readonly bytesPerLog: number }>;
  readonly openOverview: () => Promise<number>;
  readonly saveLog: () => Promise<Saved>;
  readonly aggregate: () => Promise<Aggregated>;
  readonly search: (text: string) => Promise<Searched>;
  /** Joins the server of this origin with nothing of its own. Out: milliseconds until all that is there is stored here. */
  readonly joinAndSync: (whose: { readonly userId: string; readonly spaceId: string }) => Promise<number>;
  /** Milliseconds from the network's coming back until everything is sent and confirmed. Rejects where no server was joined. */
  readonly sync: () => Promise<number>;
  /** Saves so many logs, one action each, without sending them. */
  readonly saveOffline: (logs: number) => Promise<void>;
  /** Milliseconds until each of so many changes of another device is in a live query here. */
  readonly followChanges: (changes: number) => Promise<readonly number[]>;
  /** From now on, when each log that comes is in a live query here: milliseconds since 1970, by its id. */
  readonly watchArrivals: () => void;
  readonly listArrivals: () => readonly (readonly [id: string, at: number])[];
  readonly recount: () => Promise<Recounted>;
  /** Everything into a file, and out of it into a database of its own. */
  readonly backUp: () => Promise<BackedUp>;
  readonly closeSearch: () => void;
  /** Saves a log of the promise that the overview shows, until the figure has changed there. */
  readonly saveShown: () => Promise<void>;
  readonly openFigure: (path: string) => Promise<void>;
  readonly openForm: () => Promise<Spot>;
  readonly watchSave: () => Promise<number>;
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
  /** Fetches all rows page by page and stores them. */
  readonly fetchAndPut: () => Promise<number>;
  /** Only the fetching. */
  readonly fetchOnly: () => Promise<number>;
  readonly fillOutbox: (logs: number) => Promise<void>;
  /** Sends the outbox in pages and empties it. */
  readonly pushOutbox: () => Promise<number>;
  /** A row carried by a server-sent event, stored, in a live query. */
  readonly followRows: (changes: number) => Promise<readonly number[]>;
}

export type PeerName = 'RxDB' | 'PouchDB';

/** `window.__peers`: the same jobs by a database that shares by itself, each on a database of its own. */
export interface Peer {
  /** Brings everything that the server has. Rejects where other than so many rows are on the device then. */
  readonly firstSync: (expected: number) => Promise<number>;
  readonly fillOutbox: (logs: number) => Promise<void>;
  /** Until it says that nothing waits. Rejects where the server does not hold as many rows more. */
  readonly pushOutbox: () => Promise<number>;
  readonly followRows: (changes: number) => Promise<readonly number[]>;
}

/** `window.__react`: an empty React page. */
export interface ReactFloor {
  /** Thirty lines of own SVG, until painted. */
  readonly mountSparklines: () => Promise<number>;
  readonly openButton: () => Promise<Spot>;
  /** The next tap on the button until the text that it brings is painted. */
  readonly watchTap: () => Promise<number>;
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
    __peers: Readonly<Record<PeerName, Peer>>;
    __react: ReactFloor;
    __charts: ChartWatch;
    /** Milliseconds after the start of the navigation when the awaited content was painted. */
    __painted: Promise<number>;
    /** Rows that came out of IndexedDB so far. */
    __rows: number;
  }
}
