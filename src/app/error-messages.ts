import { catalogue } from '#ui/words.ts';

export const errorWords = catalogue(
  {
    quotaTitle: 'Enheten har slut på lagringsutrymme',
    quotaText:
      'Inget av det du sparat har gått förlorat, men inget nytt kan sparas förrän du frigör utrymme på enheten.',
    closedTitle: 'Webbläsaren stängde databasen',
    closedText: 'Det du har sparat finns kvar. Ladda om sidan, så öppnas den igen. Utkastet ligger kvar.',
    faultDetails: 'Teknisk uppgift att skicka till den som hjälper dig',
  },
  {
    quotaTitle: 'The device is out of storage space',
    quotaText: 'Nothing you have saved is lost, but nothing new can be saved until you free space on the device.',
    closedTitle: 'The browser closed the database',
    closedText: 'What you have saved is still here. Reload the page and it opens again. Your draft is kept.',
    faultDetails: 'Technical detail to send to whoever helps you',
  },
);
