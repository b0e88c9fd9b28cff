import { catalogue } from '#ui/words.ts';

export const missingWords = catalogue(
  {
    appName: 'Löfteskollen',
    allPromises: 'Alla löften',
    missingTitle: 'Löftet finns inte på den här enheten',
    missingText: 'Det kan ha tagits bort, eller inte vara delat med dig, eller så är länken gammal.',
  },
  {
    appName: 'Löfteskollen',
    allPromises: 'All promises',
    missingTitle: 'The promise is not on this device',
    missingText: 'It may have been removed, or not be shared with you, or the link is old.',
  },
);
