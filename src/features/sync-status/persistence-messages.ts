import { catalogue } from '#ui/words.ts';

export const persistenceWords = catalogue(
  {
    title: 'Kan webbläsaren rensa uppgifterna?',
    kept: 'Nej, webbläsaren har lovat att behålla dem. De försvinner bara om du själv rensar webbplatsens data.',
    'may-be-cleared':
      'Ja, om enheten får ont om plats kan webbläsaren rensa dem utan att fråga. Be den att låta bli, och lägg appen på hemskärmen.',
    unknown: 'Den här webbläsaren säger inte det. Lägg appen på hemskärmen, då rensas den mer sällan.',
    iphoneSeven:
      'På iPhone och iPad rensar Safari allt efter sju dagar utan besök, så länge appen inte ligger på hemskärmen.',
    installed: 'Appen ligger på hemskärmen eller är installerad. Det är det säkraste den här enheten erbjuder.',
    ask: 'Be webbläsaren behålla uppgifterna',
    denied:
      'Webbläsaren svarade nej just nu. Den brukar svara ja när appen ligger på hemskärmen eller har använts en tid.',
    stepsTitle: 'Så lägger du appen på hemskärmen',
    iphone1: 'Öppna sidan i Safari.',
    iphone2: 'Tryck på Dela och välj Lägg till på hemskärmen.',
    iphone3: 'Öppna appen därifrån. Det du har sparat i Safari följer inte med: spara en säkerhetskopia först.',
    android1: 'Öppna menyn uppe till höger i webbläsaren.',
    android2: 'Välj Installera app eller Lägg till på startskärmen.',
    computer1: 'Tryck på installationssymbolen i adressfältet i Chrome eller Edge.',
    computer2: 'I Safari på Mac: välj Arkiv och Lägg till i Dock. Firefox kan inte, men fungerar ändå.',
    otherTitle: 'På andra enheter',
    iphone: 'iPhone och iPad',
    android: 'Android',
    computer: 'Dator',
    private:
      'Använder du ett privat fönster, eller rensar arbetsplatsen webbläsaren när den stängs, försvinner allt då.',
    backup: 'Senaste säkerhetskopia',
    shared: 'Senast bekräftat av servern',
    never: 'aldrig',
    days: '{days, plural, =0 {i dag} =1 {i går} other {för # dagar sedan}}',
    makeBackup: 'Spara säkerhetskopia',
  },
  {
    title: 'Can the browser clear the information?',
    kept: 'No, the browser has promised to keep it. It goes only if you clear the site’s data yourself.',
    'may-be-cleared':
      'Yes, if the device runs low on room the browser may clear it without asking. Ask it not to, and put the app on the home screen.',
    unknown: 'This browser does not say. Put the app on the home screen, then it is cleared less often.',
    iphoneSeven:
      'On iPhone and iPad Safari clears everything after seven days without a visit, as long as the app is not on the home screen.',
    installed: 'The app is on the home screen or installed. That is the safest this device offers.',
    ask: 'Ask the browser to keep the information',
    denied:
      'The browser said no just now. It tends to say yes when the app is on the home screen or has been used for a while.',
    stepsTitle: 'How to put the app on the home screen',
    iphone1: 'Open the page in Safari.',
    iphone2: 'Press Share and choose Add to Home Screen.',
    iphone3: 'Open the app from there. What you have saved in Safari does not come along: save a backup first.',
    android1: 'Open the menu at the upper right of the browser.',
    android2: 'Choose Install app or Add to Home screen.',
    computer1: 'Press the install symbol in the address bar of Chrome or Edge.',
    computer2: 'In Safari on a Mac: choose File and Add to Dock. Firefox cannot, but works all the same.',
    otherTitle: 'On other devices',
    iphone: 'iPhone and iPad',
    android: 'Android',
    computer: 'Computer',
    private: 'If you use a private window, or your workplace clears the browser when it closes, everything goes then.',
    backup: 'Latest backup',
    shared: 'Last confirmed by the server',
    never: 'never',
    days: '{days, plural, =0 {today} =1 {yesterday} other {# days ago}}',
    makeBackup: 'Save a backup',
  },
);
