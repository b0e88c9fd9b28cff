/** Virtual time: what is to happen, in order. */
export interface EventQueue {
  readonly now: () => number;
  readonly at: (time: number, run: () => void | Promise<void>) => void;
  /** Runs the next event. Out: false when there is none before `until`. */
  readonly step: (until: number) => Promise<boolean>;
}

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

export function createEventQueue(): EventQueue {
  const heap: Entry[] = [];
  let now = 0;
  let order = 0;
  const isBefore = (one: Entry, other: Entry) =>
    one.time < other.time || (one.time === other.time && one.order < other.order);
  return {
    now: () => now,
    at: (time, run) => {
      order += 1;
      push(heap, { time: Math.max(time, now), order, run }, isBefore);
    },
    step: async (until) => {
      const [first] = heap;
      if (first === undefined || first.time > until) {
        now = Math.max(now, until);
        return false;
      }
      pop(heap, isBefore);
      now = first.time;
      await first.run();
      return true;
    },
  };
}

type Before = (one: Entry, other: Entry) => boolean;

function push(heap: Entry[], entry: Entry, isBefore: Before): void {
  let place = heap.length;
  heap.push(entry);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(entry, above)) break;
    heap[place] = above;
    place = parent;
  }
  heap[place] = entry;
}

function pop(heap: Entry[], isBefore: Before): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let place = 0;
  for (;;) {
    let child = place * 2 + 1;
    const left = heap[child];
    const right = heap[child + 1];
    if (left === undefined) break;
    if (right !== undefined && isBefore(right, left)) child += 1;
    const below = heap[child];
    if (below === undefined || !isBefore(below, last)) break;
    heap[place] = below;
    place = child;
  }
  heap[place] = last;
}
