import { catalogue } from '#ui/words.ts';

export const brokenWords = catalogue(
  {
    title: 'Poster som inte går att läsa',
    text: 'De kan ha skadats på disken, eller skrivits av en nyare version av appen. Tills du har valt kan siffror som de hör till vara fel. Inget tas bort.',
    fields: 'Går inte att läsa: {fields}',
    rebuild: 'Bygg upp igen',
    lay: 'Lägg åt sidan',
    save: 'Spara dem som fil',
    rebuilt: 'Posten är uppbyggd igen av historiken, och siffrorna är omräknade.',
    fetched: 'Posten hämtas igen från servern vid nästa synk.',
    unknown: 'Historiken räcker inte för att bygga upp posten. Spara den som fil, och lägg den åt sidan.',
    laid: 'Posten ligger åt sidan och räknas inte. Siffrorna är omräknade.',
    failed: 'Det gick inte just nu. Inget har ändrats. Försök igen.',
    asideText:
      '{count, plural, one {# post ligger åt sidan och räknas inte} other {# poster ligger åt sidan och räknas inte}}. Spara dem som fil om någon ska kunna laga dem.',
  },
  {
    title: 'Records that cannot be read',
    text: 'They may have been damaged on the disk, or written by a newer version of the app. Until you have chosen, figures that they belong to may be wrong. Nothing is removed.',
    fields: 'Cannot be read: {fields}',
    rebuild: 'Build up again',
    lay: 'Lay aside',
    save: 'Save them as a file',
    rebuilt: 'The record is built up again from history, and the figures are counted anew.',
    fetched: 'The record is fetched from the server again with the next exchange.',
    unknown: 'History is not enough to build the record up. Save it as a file, and lay it aside.',
    laid: 'The record is laid aside and does not count. The figures are counted anew.',
    failed: 'It did not work just now. Nothing has changed. Try again.',
    asideText:
      '{count, plural, one {# record is laid aside and does not count} other {# records are laid aside and do not count}}. Save them as a file if somebody is to mend them.',
  },
);
