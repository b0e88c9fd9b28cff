import { catalogue } from '#ui/words.ts';

export const notFoundWords = catalogue(
  {
    notFoundTitle: 'Sidan finns inte',
    notFoundText: 'Länken kan vara gammal eller felskriven. Inget du har sparat har försvunnit.',
  },
  {
    notFoundTitle: 'This page does not exist',
    notFoundText: 'The link may be old or mistyped. Nothing you have saved is gone.',
  },
);
