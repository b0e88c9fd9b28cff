import type { Handover } from '#domain/handover/handover.ts';
import { readHandoverCode } from '#domain/handover/handover-code.ts';
import type { HandoverTrouble } from '#storage/take-handover.ts';
import type { HandoverWord } from './messages.ts';

/** Why a handover is not taken in. */
export type TakeTrouble =
  | HandoverTrouble['kind']
  | 'wrong-code'
  | 'damaged'
  | 'not-ours'
  | 'other-kind'
  | 'newer'
  | 'too-large'
  | 'refused'
  /** The device is full, or its database was lost on the way. */
  | 'not-stored';

const wordByTrouble: Readonly<Record<TakeTrouble, HandoverWord>> = {
  joined: 'joinedText',
  contradicts: 'contradicts',
  'not-whole': 'notWholeHere',
  'wrong-code': 'wrongCode',
  damaged: 'damaged',
  'not-ours': 'notOurs',
  'other-kind': 'otherKind',
  newer: 'newer',
  'too-large': 'fileTooLarge',
  refused: 'refused',
  'not-stored': 'notStored',
};

export const troubleWord = (trouble: TakeTrouble): HandoverWord => wordByTrouble[trouble];

export type OpenedHandover =
  | { readonly kind: 'opened'; readonly handover: Handover }
  | { readonly kind: 'trouble'; readonly trouble: TakeTrouble };

/** In: bytes of a file or of codes, and the code as it was typed. Everything is checked, and nothing stored. */
export async function openHandover(bytes: Uint8Array, typed: string): Promise<OpenedHandover> {
  const { readHandoverFile } = await import('#documents/handover-file.ts');
  const reading = await readHandoverFile(bytes, readHandoverCode(typed));
  return reading.kind === 'handover'
    ? { kind: 'opened', handover: reading.handover }
    : { kind: 'trouble', trouble: reading.kind };
}
