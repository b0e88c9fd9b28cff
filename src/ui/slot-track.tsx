import { type MarkedItem, MarkedList } from './marked-list.tsx';
import { words } from './messages.ts';
import { useWords } from './words.ts';

export interface Slot {
  readonly key: string;
  /** "fredag 19 juni". */
  readonly label: string;
  readonly state: 'kept' | 'missed' | 'later' | 'exempt';
  /** Held, and not yet shared. */
  readonly waiting?: boolean | undefined;
  /** A reason for an exemption, or what was done. */
  readonly note?: string | undefined;
}

export interface SlotTrackProps {
  readonly slots: readonly Slot[];
  /** The schedule as one sentence: "3 av 4 tillfällen är genomförda". */
  readonly label: string;
}

const signs = { kept: 'check', missed: 'cross', later: 'ring', exempt: 'pause' } as const;
const tones = { kept: 'done', missed: 'late', later: 'quiet', exempt: 'quiet' } as const;

/** Fixed occasions: held, missed, to come, exempt. */
export function SlotTrack({ slots, label }: SlotTrackProps) {
  const t = useWords(words);
  const stateWords = {
    kept: t('slotKept'),
    missed: t('slotMissed'),
    later: t('slotLater'),
    exempt: t('slotExempt'),
  };
  const items = slots.map(
    (slot): MarkedItem => ({
      key: slot.key,
      sign: signs[slot.state],
      tone: tones[slot.state],
      text: slot.label,
      aside: slot.waiting ? `${stateWords[slot.state]}, ${t('waitingToShare')}` : stateWords[slot.state],
      note: slot.note,
    }),
  );
  return <MarkedList label={label} columns items={items} />;
}
