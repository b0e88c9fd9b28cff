/** People end their texts with or without a full stop. In: a text. Out: the same with one. */
export const endSentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
