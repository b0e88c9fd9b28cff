import { type MarkedItem, MarkedList } from './marked-list.tsx';
import { words } from './messages.ts';
import { useWords } from './words.ts';

export interface Step {
  readonly key: string;
  readonly label: string;
  /** `effort`: investigated and not possible, with a reason — it counts as done. */
  readonly state: 'reached' | 'current' | 'ahead' | 'late' | 'effort';
  /** "12 mars" or "senast 30 juni". */
  readonly dayText?: string | undefined;
  readonly note?: string | undefined;
  /** Reached, and not yet shared. */
  readonly waiting?: boolean | undefined;
}

export interface StepTrackProps {
  readonly steps: readonly Step[];
  /** The track as one sentence: "2 av 4 steg är nådda". */
  readonly label: string;
}

const signs = { reached: 'check', effort: 'check', current: 'circle', ahead: 'ring', late: 'diamond' } as const;
const tones = { reached: 'done', effort: 'done', current: 'accent', ahead: 'quiet', late: 'late' } as const;

/** Milestones in order, each with its state in words. */
export function StepTrack({ steps, label }: StepTrackProps) {
  const t = useWords(words);
  const stateWords = {
    reached: t('stepReached'),
    effort: t('stepEffort'),
    current: t('stepCurrent'),
    ahead: t('stepAhead'),
    late: t('stepLate'),
  };
  const items = steps.map(
    (step): MarkedItem => ({
      key: step.key,
      sign: signs[step.state],
      tone: tones[step.state],
      text: step.label,
      aside: [stateWords[step.state], step.dayText, step.waiting && t('waitingToShare')].filter(Boolean).join(' · '),
      note: step.note,
      strong: step.state === 'current',
    }),
  );
  return <MarkedList label={label} items={items} />;
}
