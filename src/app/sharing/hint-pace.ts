/** Milliseconds of asking that are free after a quiet while. */
const burst = 3000;
/** Of its time a device may ask on account of hints. */
const share = 0.15;

export interface HintPace {
  /** Milliseconds until the next hint may be followed; 0 for now. */
  readonly findWait: () => number;
  /** A hint was followed, and it took so many milliseconds. */
  readonly spend: (milliseconds: number) => void;
}

/**
 * How often a device follows hints. Where hundreds of devices hear of every change, a rush of changes (an import, the day
 * before a follow-up) would have all of them ask without end, and those who save would wait behind them. So each pays with
 * the time that its rounds take: a server with nothing to do is asked at once, a busy one less often, and a round then
 * fetches what several hints told of. In: milliseconds by a clock that only goes on.
 */
export function createHintPace(now: () => number): HintPace {
  let [left, at] = [burst, now()];
  const refill = () => {
    const time = now();
    left = Math.min(burst, left + (time - at) * share);
    at = time;
  };
  return {
    findWait: () => {
      refill();
      return left >= 0 ? 0 : Math.ceil(-left / share);
    },
    spend: (milliseconds) => {
      refill();
      left -= milliseconds;
    },
  };
}
