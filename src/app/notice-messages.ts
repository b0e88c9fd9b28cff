import { catalogue } from '#ui/words.ts';

export const noticeWords = catalogue(
  {
    updateReady: 'En ny version finns. Det du skriver är sparat som utkast.',
    updateNow: 'Uppdatera',
    updateLater: 'Senare',
    outdatedTitle: 'En nyare version är öppen i en annan flik',
    outdatedText: 'Allt du har sparat finns kvar. Ladda om för att fortsätta i den nya versionen.',
    blockedTitle: 'En annan flik håller kvar en äldre version',
    blockedText: 'Stäng de andra flikarna med Löfteskollen, så fortsätter uppdateringen av sig själv.',
  },
  {
    updateReady: 'A new version is available. What you are typing is kept as a draft.',
    updateNow: 'Update',
    updateLater: 'Later',
    outdatedTitle: 'A newer version is open in another tab',
    outdatedText: 'Everything you have saved is still here. Reload to continue in the new version.',
    blockedTitle: 'Another tab holds on to an older version',
    blockedText: 'Close the other tabs with Löfteskollen, and the update continues by itself.',
  },
);
