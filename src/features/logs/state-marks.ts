import type { Sign } from '#ui/sign-glyph.tsx';
import type { Tone } from '#ui/status-mark.tsx';
import type { StateFilter } from './log-filters.ts';

/** How a log's state is drawn; the word stands beside it. */
export const stateMarks: Readonly<Record<StateFilter, { readonly tone: Tone; readonly sign?: Sign }>> = {
  done: { tone: 'done' },
  planned: { tone: 'neutral', sign: 'hourglass' },
  cancelled: { tone: 'quiet', sign: 'cross' },
  'nothing-to-report': { tone: 'quiet', sign: 'ring' },
  withdrawn: { tone: 'quiet', sign: 'pause' },
};
