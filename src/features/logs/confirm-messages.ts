import { catalogue } from '#ui/words.ts';

export const confirmWords = catalogue(
  {
    unconfirmed: 'Inte bekräftad av {names} ännu. Insatsen räknas ändå.',
    confirm: 'Bekräfta för {party}',
    failed: 'Bekräftelsen kunde inte sparas just nu. Inget har ändrats. Försök igen.',
  },
  {
    unconfirmed: 'Not confirmed by {names} yet. The action counts anyway.',
    confirm: 'Confirm for {party}',
    failed: 'The confirmation could not be saved just now. Nothing has changed. Try again.',
  },
);
