import { catalogue } from '#ui/words.ts';

/** Words beside a passphrase that is chosen. */
export const passphraseWords = catalogue(
  {
    hint: 'Minst 12 tecken. Fyra vanliga ord som inte hör ihop är lätta att minnas och svåra att gissa.',
    again: 'Lösenfrasen en gång till',
    show: 'Visa lösenfrasen',
    short: 'För kort än så länge.',
    weak: 'Svag: samma tecken återkommer. Lägg till fler ord.',
    fair: 'Rimlig. Ett par ord till gör den stark.',
    strong: 'Stark.',
    tooShort: 'Lösenfrasen behöver vara minst 12 tecken.',
    different: 'De två är inte lika.',
  },
  {
    hint: 'At least 12 characters. Four common words that do not belong together are easy to remember and hard to guess.',
    again: 'The passphrase once more',
    show: 'Show the passphrase',
    short: 'Too short so far.',
    weak: 'Weak: the same characters come again. Add more words.',
    fair: 'Fair. A couple of words more make it strong.',
    strong: 'Strong.',
    tooShort: 'The passphrase needs at least 12 characters.',
    different: 'The two are not the same.',
  },
);
