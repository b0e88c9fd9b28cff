import { catalogue } from '#ui/words.ts';

export const lockedWords = catalogue(
  {
    pageTitle: 'Enheten är låst · Löfteskollen',
    title: 'Enheten är låst',
    text: 'Enheten har inte haft kontakt med servern på länge. Logga in med nät, så öppnas den. Det du har sparat ligger kvar och skickas då.',
    signIn: 'Logga in',
  },
  {
    pageTitle: 'The device is locked · Löfteskollen',
    title: 'The device is locked',
    text: 'The device has not been in contact with the server for long. Sign in with network to open it. What you have saved is kept, and is sent then.',
    signIn: 'Sign in',
  },
);
