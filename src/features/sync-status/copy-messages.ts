import { catalogue } from '#ui/words.ts';

/** What is not in a copy of the device, said where it was saved. */
export const copyWords = catalogue(
  {
    leftOut:
      '{count, plural, one {Ett skyddat löfte är inte med i kopian.} other {# skyddade löften är inte med i kopian.}} Sådana lämnar enheten bara i en säkerhetskopia med lösenfras.',
    closed: 'Spara en säkerhetskopia med lösenfras',
  },
  {
    leftOut:
      '{count, plural, one {One protected promise is not in the copy.} other {# protected promises are not in the copy.}} They leave the device only in a backup with a passphrase.',
    closed: 'Save a backup with a passphrase',
  },
);
