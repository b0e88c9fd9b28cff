import { catalogue, useWords } from '#ui/words.ts';

const words = catalogue(
  { phone: 'Sparad i telefonen', computer: 'Sparad på datorn' },
  { phone: 'Saved on the phone', computer: 'Saved on the computer' },
);

/** Where a log is while nothing has shared it: the device in the hand. */
export function useSavedHere(): string {
  const t = useWords(words);
  return t(matchMedia('(pointer: coarse)').matches ? 'phone' : 'computer');
}
