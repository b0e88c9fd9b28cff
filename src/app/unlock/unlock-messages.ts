import { catalogue } from '#ui/words.ts';

export const unlockWords = catalogue(
  {
    pageTitle: 'Låst · Löfteskollen',
    title: 'Enheten är låst',
    text: 'Det som finns här är krypterat. Lås upp för att fortsätta där du var.',
    passphrase: 'Lösenfras',
    show: 'Visa lösenfrasen',
    unlock: 'Lås upp',
    passkey: 'Lås upp med nyckeln i enheten',
    missing: 'Skriv lösenfrasen.',
    wrong: 'Det är inte rätt lösenfras. Kontrollera stora och små bokstäver och försök igen.',
    passkeyFailed: 'Det gick inte att låsa upp med nyckeln. Försök igen, eller skriv lösenfrasen.',
    failed: 'Det gick inte att låsa upp. Ladda om sidan och försök igen.',
    forgotten: 'Jag har glömt lösenfrasen',
    forgottenText:
      'Utan lösenfras eller nyckel kan ingen läsa det som finns här, inte heller vi. Har du en säkerhetskopia kan du rensa enheten och återställa från den. Det som är delat genom en server kommer tillbaka när du ansluter igen.',
    wipeLabel: 'Skriv RENSA för att ta bort allt som finns här',
    wipeWord: 'RENSA',
    wipeIssue: 'Skriv ordet RENSA. Ingenting är borttaget.',
    wipe: 'Rensa enheten',
  },
  {
    pageTitle: 'Locked · Löfteskollen',
    title: 'The device is locked',
    text: 'What is stored here is encrypted. Unlock to go on where you were.',
    passphrase: 'Passphrase',
    show: 'Show the passphrase',
    unlock: 'Unlock',
    passkey: 'Unlock with the key in the device',
    missing: 'Enter the passphrase.',
    wrong: 'That is not the right passphrase. Check capital and small letters and try again.',
    passkeyFailed: 'The key did not unlock. Try again, or enter the passphrase.',
    failed: 'The device could not be unlocked. Reload the page and try again.',
    forgotten: 'I have forgotten the passphrase',
    forgottenText:
      'Without passphrase or key nobody can read what is stored here, and neither can we. If you have a backup you can clear the device and restore from it. What is shared through a server comes back when you join again.',
    wipeLabel: 'Type CLEAR to remove everything that is stored here',
    wipeWord: 'CLEAR',
    wipeIssue: 'Type the word CLEAR. Nothing has been removed.',
    wipe: 'Clear the device',
  },
);
