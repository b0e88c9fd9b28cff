import type { BurnUpPoint, ExpectedPoint } from './burn-up-rows.ts';

export interface BurnUpProps {
  /** Sums so far on the days they changed, in order. */
  readonly points: readonly BurnUpPoint[];
  /** First and last day of the period, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Draws the "i dag" line when inside the period. */
  readonly today?: string | undefined;
  readonly target: number | null;
  /** Default "Mål 12". */
  readonly targetLabel?: string | undefined;
  /** Targets before a change: stay visible, paler. */
  readonly formerTargets?:
    | readonly { readonly from: string; readonly to: string; readonly value: number }[]
    | undefined;
  /** The pale band of what was to be expected. */
  readonly expected?: readonly ExpectedPoint[] | undefined;
  /** Marks at the top, such as a new version of the goal. Short labels. */
  readonly marks?: readonly { readonly day: string; readonly label: string }[] | undefined;
  /** Name of the drawing. */
  readonly title: string;
  /** The whole figure as one sentence. */
  readonly desc: string;
  /** Counts are whole (default): no half steps on the scale. */
  readonly whole?: boolean | undefined;
  /** Arrow keys and tooltip: on the goal page only. */
  readonly interactive?: boolean | undefined;
  /** `fixed` is 640 × 280, for report and export. */
  readonly size?: 'fluid' | 'fixed' | undefined;
}
