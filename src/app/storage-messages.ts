import { catalogue } from '#ui/words.ts';

export const storageWords = catalogue(
  {
    fullTitle: 'Enheten är full: inget nytt kan sparas just nu',
    fullText:
      'Allt som redan är sparat finns kvar och går att läsa. Det du skriver ligger kvar i formuläret så länge sidan är öppen, så stäng den inte. Frigör plats och försök igen, då försvinner det här av sig självt.',
    fullStepsTitle: 'Så gör du plats',
    fullStepsFiles: 'Ta bort filmer, bilder och hämtade filer som du inte behöver, och töm papperskorgen.',
    fullStepsApps: 'Ta bort appar som du inte använder, eller rensa andra webbplatser i webbläsarens inställningar.',
    fullStepsExamples: 'Ta bort exempeldata i appens inställningar om du har hämtat sådan.',
    fullStepsNever: 'Rensa inte Löfteskollens egna webbplatsdata: då försvinner det du har sparat.',
    fullAgain: 'Försök igen',
    fullStill: 'Det är fortfarande fullt.',
    fullSettings: 'Till exempeldata i inställningarna',
    saveCopy: 'Spara en kopia av allt',
    besideTitle: 'Webbläsaren har rensat en del av lagringen',
    besideText:
      'Dina uppgifter finns kvar. Men har webbläsaren rensat en gång kan den göra det igen: spara en säkerhetskopia nu, och be webbläsaren att behålla uppgifterna.',
    besideCopy: 'Spara säkerhetskopia',
    besideKeep: 'Synk och lagring',
    besideClose: 'Stäng',
    undoneTitle: 'Uppgifterna är tillbaka som de var före uppdateringen',
    undoneText:
      'Den nya versionen hade ändrat något den inte skulle, så allt har lagts tillbaka. En kopia från före uppdateringen ligger kvar en vecka. Spara en säkerhetskopia och säg till den som hjälper dig.',
    brokenTitle: '{count, plural, one {# post går inte att läsa} other {# poster går inte att läsa}}',
    brokenText: 'Siffror som den hör till kan vara fel. Se vilken det är, spara den som fil eller laga den.',
    brokenSee: 'Se efter',
    pageTitle: 'Lagringen · Löfteskollen',
    clearedTitle: 'Dina uppgifter finns inte kvar på den här enheten',
    clearedText:
      'De har funnits här, men lagringen är tömd: av webbläsaren, av arbetsplatsens inställningar eller för att någon har rensat den. Så här får du tillbaka dem.',
    clearedServer: 'Hämta från servern',
    clearedServerText: 'Den här enheten delade genom en server. Logga in och anslut, så kommer det delade tillbaka.',
    clearedBackup: 'Läs tillbaka en säkerhetskopia',
    clearedBackupText: 'Har du sparat en säkerhetskopia som fil? Välj den, så kommer allt i den tillbaka.',
    clearedAnew: 'Börja om',
    clearedAnewText: 'Finns ingen kopia kan du börja från början. Frågan ställs inte igen.',
    failedTitle: 'Databasen går inte att öppna',
    failedText:
      'Webbläsaren har försökt flera gånger. Det du har sparat ligger troligen kvar på enheten. Börja med att försöka igen, och starta om webbläsaren om det inte hjälper.',
    silentTitle: 'Databasen svarar inte ännu',
    silentText:
      'Något håller den upptagen. Stäng andra flikar med Löfteskollen. Hjälper inte det, starta om webbläsaren eller enheten. Sidan fortsätter av sig själv när den svarar.',
    tryAgain: 'Försök igen',
    rescueTitle: 'Spara det som går att läsa',
    rescueText:
      'Varje del läses för sig, och det som går att läsa blir en fil. Den kan du läsa tillbaka som en säkerhetskopia när databasen fungerar igen.',
    rescue: 'Spara som fil',
    rescued: '{rows, plural, one {# rad sparad} other {# rader sparade}}. Alla delar gick att läsa.',
    rescuedTorn:
      '{rows, plural, one {# rad sparad} other {# rader sparade}}. {torn, plural, one {# del} other {# delar}} gick inte att läsa helt.',
    rescuedClosed:
      'Enheten är krypterad, och filen är det också. Läs tillbaka den som en säkerhetskopia och skriv enhetens lösenfras: den öppnar filen.',
    rescuedWithout:
      '{count, plural, one {Ett skyddat löfte är inte med i filen.} other {# skyddade löften är inte med i filen.}} Sådana lämnar enheten bara i en fil som en lösenfras öppnar. Spara den också, innan du tar bort databasen.',
    rescuePassphrase: 'Lösenfras',
    rescueAll: 'Spara allt med lösenfras',
    rescuedAll:
      '{rows, plural, one {# rad sparad} other {# rader sparade}}, skyddade löften med. Läs tillbaka filen som en säkerhetskopia och skriv lösenfrasen: utan den kan ingen öppna filen.',
    rescueFailed: 'Filen kunde inte sparas. Försök igen.',
    rescueNothing: 'Databasen går inte att öppna alls, så det fanns inget att läsa.',
    resetTitle: 'Ta bort databasen och börja om',
    resetText:
      'Gör det här sist. Det som ligger i den trasiga databasen försvinner. Därefter kan du läsa tillbaka en säkerhetskopia, hämta från servern eller börja om.',
    resetOpen: 'Ta bort och börja om …',
    resetLabel: 'Skriv BÖRJA OM för att bekräfta',
    resetWord: 'BÖRJA OM',
    resetIssue: 'Skriv orden precis som de står.',
    reset: 'Ta bort databasen',
    resetHeld: 'En annan flik håller databasen öppen. Stäng de andra flikarna med Löfteskollen och försök igen.',
    resetFailed: 'Webbläsaren kunde inte ta bort databasen. Starta om webbläsaren och försök igen.',
    cancel: 'Avbryt',
  },
  {
    fullTitle: 'The device is full: nothing new can be saved just now',
    fullText:
      'Everything already saved is still here and can be read. What you type stays in the form as long as the page is open, so do not close it. Free some space and try again, then this goes away by itself.',
    fullStepsTitle: 'How to make room',
    fullStepsFiles: 'Remove films, photos and downloads that you do not need, and empty the bin.',
    fullStepsApps: 'Remove apps that you do not use, or clear other sites in the browser’s settings.',
    fullStepsExamples: 'Remove example data in the app’s settings if you have taken any.',
    fullStepsNever: 'Do not clear Löfteskollen’s own site data: what you have saved would go.',
    fullAgain: 'Try again',
    fullStill: 'It is still full.',
    fullSettings: 'To the example data in the settings',
    saveCopy: 'Save a copy of everything',
    besideTitle: 'The browser has cleared part of the storage',
    besideText:
      'Your information is still here. But a browser that has cleared once may do so again: save a backup now, and ask the browser to keep the information.',
    besideCopy: 'Save a backup',
    besideKeep: 'Sync and storage',
    besideClose: 'Close',
    undoneTitle: 'The information is back as it was before the update',
    undoneText:
      'The new version had changed something it must not, so everything was put back. A copy from before the update is kept for a week. Save a backup and tell whoever helps you.',
    brokenTitle: '{count, plural, one {# record cannot be read} other {# records cannot be read}}',
    brokenText: 'Figures that it belongs to may be wrong. See which one it is, save it as a file or mend it.',
    brokenSee: 'See which',
    pageTitle: 'Storage · Löfteskollen',
    clearedTitle: 'Your information is no longer on this device',
    clearedText:
      'It was here, but the storage has been emptied: by the browser, by your workplace’s settings or because somebody cleared it. This is how to get it back.',
    clearedServer: 'Fetch from the server',
    clearedServerText: 'This device shared through a server. Sign in and join, and what was shared comes back.',
    clearedBackup: 'Read back a backup',
    clearedBackupText: 'Have you saved a backup as a file? Choose it, and everything in it comes back.',
    clearedAnew: 'Begin anew',
    clearedAnewText: 'If there is no copy you can begin from the beginning. You will not be asked again.',
    failedTitle: 'The database does not open',
    failedText:
      'The browser has tried several times. What you have saved is probably still on the device. Begin by trying again, and restart the browser if that does not help.',
    silentTitle: 'The database does not answer yet',
    silentText:
      'Something keeps it busy. Close other tabs with Löfteskollen. If that does not help, restart the browser or the device. The page goes on by itself when it answers.',
    tryAgain: 'Try again',
    rescueTitle: 'Save what can be read',
    rescueText:
      'Each part is read on its own, and what can be read becomes a file. You can read it back like a backup once the database works again.',
    rescue: 'Save as a file',
    rescued: '{rows, plural, one {# row saved} other {# rows saved}}. Every part could be read.',
    rescuedTorn:
      '{rows, plural, one {# row saved} other {# rows saved}}. {torn, plural, one {# part} other {# parts}} could not be read in full.',
    rescuedClosed:
      'The device is encrypted, and so is the file. Restore it as a backup and type the passphrase of the device: it opens the file.',
    rescuedWithout:
      '{count, plural, one {One protected promise is not in the file.} other {# protected promises are not in the file.}} They leave the device only in a file that a passphrase opens. Save that one too, before you remove the database.',
    rescuePassphrase: 'Passphrase',
    rescueAll: 'Save everything with a passphrase',
    rescuedAll:
      '{rows, plural, one {# row saved} other {# rows saved}}, protected promises included. Read the file back like a backup and type the passphrase: without it nobody can open the file.',
    rescueFailed: 'The file could not be saved. Try again.',
    rescueNothing: 'The database does not open at all, so there was nothing to read.',
    resetTitle: 'Remove the database and begin anew',
    resetText:
      'Do this last. What lies in the broken database goes. After that you can read back a backup, fetch from the server or begin anew.',
    resetOpen: 'Remove and begin anew …',
    resetLabel: 'Type BEGIN ANEW to confirm',
    resetWord: 'BEGIN ANEW',
    resetIssue: 'Type the words exactly as they stand.',
    reset: 'Remove the database',
    resetHeld: 'Another tab keeps the database open. Close the other tabs with Löfteskollen and try again.',
    resetFailed: 'The browser could not remove the database. Restart the browser and try again.',
    cancel: 'Cancel',
  },
);
