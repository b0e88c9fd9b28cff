/** How often something may be done. `burst`: at once, when nothing was done for a while. */
export interface Rate {
  readonly perMinute: number;
  readonly burst: number;
}

/** Guard T17. Per process: behind several of them a person may do as many times as much, and no more. */
export const rates = {
  push: { perMinute: 60, burst: 20 },
  pull: { perMinute: 120, burst: 120 },
  /** Further pages of one pull: a first one may have hundreds. */
  pullPage: { perMinute: 1200, burst: 600 },
  /** Of one name from anywhere; and from one address, where a whole town hall may begin its day at once. */
  signIn: { perMinute: 10, burst: 10 },
  signInAddress: { perMinute: 10, burst: 30 },
  /** All that is stored about oneself: dear, and nobody needs it twice a minute. */
  extract: { perMinute: 2, burst: 5 },
  /** Public pages, of one address: a library or a school may be behind it. */
  publicPage: { perMinute: 300, burst: 120 },
  /** Everything that strangers ask from one address. A whole police region may be behind it, with sessions of their own. */
  address: { perMinute: 1200, burst: 2000 },
  /** Everything that comes with one session's secret. */
  session: { perMinute: 1200, burst: 600 },
  /** Changes of one space that are told on every stream. */
  hint: { perMinute: 120, burst: 30 },
} as const satisfies Readonly<Record<string, Rate>>;

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

export type Taken = { readonly kind: 'taken' } | { readonly kind: 'empty'; readonly milliseconds: number };

export interface TokenBuckets {
  /** Takes one token. In: whose, at which rate. Out: whether there was one; else whole milliseconds until there is. */
  readonly take: (key: string, rate: Rate) => Taken;
  /** Puts back a token that was taken: what was asked for is counted elsewhere. */
  readonly giveBack: (key: string, rate: Rate) => void;
  readonly size: () => number;
}

/**
 * Buckets that fill up as time passes.
 * In: a clock in milliseconds, and how many buckets are kept at most: those unused for longest are forgotten first,
 * being the fullest, so that inventing keys costs memory only up to there.
 */
export function createTokenBuckets(now: () => number, mostBuckets = 50_000): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, rate) {
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: rate.burst, at };
      // A clock that goes back fills nothing and empties nothing.
      const gained = (Math.max(0, at - bucket.at) / 60_000) * rate.perMinute;
      const tokens = Math.min(rate.burst, bucket.tokens + gained);
      buckets.delete(key);
      if (tokens < 1) {
        buckets.set(key, { tokens, at });
        return { kind: 'empty', milliseconds: Math.ceil(((1 - tokens) / rate.perMinute) * 60_000) };
      }
      if (buckets.size >= mostBuckets) forgetOldest(buckets);
      buckets.set(key, { tokens: tokens - 1, at });
      return { kind: 'taken' };
    },
    giveBack(key, rate) {
      const bucket = buckets.get(key);
      if (bucket) buckets.set(key, { ...bucket, tokens: Math.min(rate.burst, bucket.tokens + 1) });
    },
    size: () => buckets.size,
  };
}

/** A map remembers the order of insertion, and every use inserts anew: the first tenth was not used for longest. */
function forgetOldest(buckets: Map<string, Bucket>): void {
  const tooMany = Math.ceil(buckets.size / 10);
  for (const key of [...buckets.keys()].slice(0, tooMany)) buckets.delete(key);
}
