import { catalogue } from '#ui/words.ts';

export const words = catalogue(
  {
    appName: 'Löfteskollen',
    moreTitle: 'Mer',
    promises: 'Löften',
    promisesText: 'Vad ni har lovat, i textens ordning',
    calendar: 'Kalender',
    calendarText: 'Tidsgränser, planerat arbete, kalenderfil',
    followUp: 'Uppföljning',
    followUpText: 'Bedöm, skriv rapporten, skriv under',
    settings: 'Inställningar',
    account: 'Mitt konto',
    accountText: 'Inloggning, behörighet och att logga ut',
    settingsText: 'Språk, textstorlek, tema, handskläge, din roll',
    disclosure: 'Utlämnande',
    disclosureText: 'Sök, maska och spara det som ska lämnas ut',
    storage: 'Synk och lagring',
    storageText: 'Vad som finns på enheten, historik och ångra',
    handover: 'Lämna över utan server',
    handoverText: 'Med fil eller QR-koder mellan telefon, dator och part',
    help: 'Hjälp',
    helpText: 'Så loggar du, så räknar vi, vad tecknen betyder',
    accessibility: 'Tillgänglighet',
    accessibilityText: 'Tillgänglighetsredogörelse',
    about: 'Om Löfteskollen',
    aboutText: 'Version, licens, vad som händer med uppgifterna',

    helpTitle: 'Hjälp',
    helpLead: 'Löfteskollen följer upp medborgarlöften. Du loggar det som blir gjort, appen räknar och visar varför.',
    loggingTitle: 'Logga en insats',
    loggingSteps:
      'Öppna Logga. Den troligaste aktiviteten är redan vald. Stämmer den räcker det att trycka Spara insats. Annars väljer du en annan aktivitet, ändrar antal eller dag och sparar. Du behöver inget nät.',
    receiptText:
      'Kvittot säger vad insatsen betydde för målet. Därifrån kan du ångra eller logga en till med samma dag och plats.',
    readingTitle: 'Läsa in ett löfte',
    readingText:
      'Välj Nytt löfte och klistra in löftets text, eller välj en Word-fil, en PDF eller en webbsida. Appen läser ut parter, period, aktiviteter, mål och underskrifter på enheten. Varje rad visar orden den kommer från. Bekräfta, ändra eller släng, en rad i taget eller alla på en gång, och spara.',
    readingAdded:
      'Det texten inte säger fyller appen inte i. En lista visar vad som saknas. En rad utan siffra kan göras uppföljningsbar: svaren blir egna mål, märkta Tillagt för uppföljning, och ingår inte i löftet.',
    undoTitle: 'Ångra och rätta',
    undoText:
      'Allt du sparat går att ångra, utan tidsgräns, på raden i Insatser eller i historiken under Synk och lagring. En insats skrivs aldrig över: en rättelse är en ny rad som ersätter den gamla, och kedjan går att läsa.',
    neverTitle: 'Skriv aldrig detta',
    neverText:
      'Namn eller initialer på boende, elever eller misstänkta, personnummer, adresser med nummer, registreringsnummer, telefonnummer, ärendenummer, hälsa, samtycken och individärenden i SSPF. Appen stoppar personnummer och varnar för annat, men den hittar inte namn säkert. Du är den sista kontrollen.',
    meetingTitle: 'På mötet',
    meetingText:
      'Mötesläge finns på översikten. Det visar läget bild för bild, med de sena målen först. Byt bild med pilarna eller de stora knapparna. Besluten sparas medan ni skriver. Inga namn, och aldrig enskilda ärenden.',
    closingTitle: 'När löftet ska följas upp',
    closingText:
      'Öppna Uppföljning från översikten. Godta förslagen, bedöm resten tillsammans, låt parterna granska sina rader, frys rapporten och skriv under. Rapporten skriver sig själv. Egna texter går att lägga till, och den sparas som Word, Excel, PowerPoint eller PDF.',
    residentsTitle: 'Berätta för invånarna',
    residentsText:
      'Löftets sida leder till den offentliga sidan och till återkopplingen. Där syns exakt vad som blir offentligt. En person lämnar, en annan godkänner.',
    kindsTitle: 'Tolv slags mål',
    kindsText:
      'De flesta löften saknar siffror. Därför finns det mål som räknas, mål som mäts och mål som bedöms i ord.',
    kindName: 'Slag',
    kindFits: 'När det passar',
    kindLogged: 'Så matas det',
    kindMet: 'När det är nått',
    signsTitle: 'Vad tecknen betyder',
    signsText: 'Läget visas alltid med tecken och ord, aldrig bara med färg.',
    countingTitle: 'Så räknar vi',
    countingText:
      'Bakom varje siffra finns rubriken Så räknar vi: räkneregeln, formeln i ord, insatserna som räknas och de som inte räknas, med skäl. Samma siffra står i kortet, diagrammet, tabellen och filen, för allt räknas på ett ställe.',
    verdictsText:
      'Att göra det ni lovade är inte samma sak som att nå målet. Därför hålls tre frågor isär: Gjorde vi det vi lovade? Nådde vi målen? Gjorde det skillnad?',
    offlineTitle: 'Utan nät',
    offlineText:
      'Efter första besöket öppnas appen utan nät, och allt du sparar stannar på enheten. Rensar du webbläsarens data försvinner det, så läs under Synk och lagring hur du skyddar det.',
    keysTitle: 'Kortkommandon',
    keysPalette: 'Sök och gå till vad som helst',
    keysSave: 'Spara formuläret du står i',
    keysSingle: 'Enstaka tangenter slår du på under Inställningar.',
    keysKey: 'Tangent',
    keysDoes: 'Gör',

    aboutTitle: 'Om Löfteskollen',
    aboutLead: 'Ett verktyg för att följa upp de löften som polis och kommun ger invånarna tillsammans.',
    versionTitle: 'Version',
    versionText: 'Version {version}.',
    privacyTitle: 'Vad som händer med uppgifterna',
    privacyText:
      'Allt du sparar ligger i webbläsaren på den här enheten. Appen skickar ingenting till någon annan: inga typsnitt, kartor, mätverktyg eller felrapporter hämtas utifrån. Det finns inga fält för enskilda personer. Undantaget är namnen på dem som officiellt skriver under ett löfte.',
    licenceTitle: 'Licens',
    licenceText: 'Fri programvara under EUPL-1.2. Du får använda, ändra och dela den på licensens villkor.',
    partsTitle: 'Byggt med',
    partsText:
      'React, React Router, TanStack Query, Dexie, Recharts, React Aria, FormatJS, Zod, Hono och Workbox, alla fri programvara. Typsnittet är Atkinson Hyperlegible Next från Braille Institute.',

    accessTitle: 'Tillgänglighetsredogörelse',
    accessLead:
      'Vi vill att alla ska kunna använda Löfteskollen. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vad som brister och hur du säger till.',
    accessHowTitle: 'Hur tillgänglig är appen?',
    accessHowText:
      'Appen är byggd för att följa WCAG 2.2 på nivå AA, som går längre än lagens krav (EN 301 549). Den är delvis förenlig med kraven: bristerna nedan är kända.',
    accessGapsTitle: 'Kända brister',
    accessGapOne:
      'Appen är inte granskad av en oberoende part och inte provad tillsammans med användare av alla slags hjälpmedel.',
    accessGapTwo:
      'Diagrammen på målsidan kan läsas med piltangenter, men det bästa sättet att läsa dem med skärmläsare är tabellen som hör till varje diagram.',
    accessGapThree: 'Originaltexten till ett löfte visas som den skrevs, även om den är svårläst.',
    accessContactTitle: 'Säg till om något inte fungerar',
    accessContactText:
      'Kontakta den kommun eller polismyndighet som ger dig appen. De ska svara och kan ge dig innehållet på ett annat sätt. Den som driver appen skriver in sin kontaktväg här.',
    accessSupervisionTitle: 'Tillsyn',
    accessSupervisionText:
      'Myndigheten för digital förvaltning, Digg, har ansvar för tillsynen. Är du inte nöjd med hur din synpunkt togs emot kan du anmäla det till Digg.',
    accessTestedTitle: 'Så har vi testat',
    accessTestedText:
      'Självskattning. Automatiska prov med axe körs på varje sida i ljust och mörkt läge, i telefon- och datorbredd, vid varje ändring. Dessutom provas tangentbord, 200 procents förstoring, ändrade textavstånd och påtvingade färger.',
    accessDateText: 'Senaste bedömningen gjordes {date}. Redogörelsen uppdaterades samma dag.',
  },
  {
    appName: 'Löfteskollen',
    moreTitle: 'More',
    promises: 'Promises',
    promisesText: 'What you have promised, in the order of the text',
    calendar: 'Calendar',
    calendarText: 'Deadlines, planned work, calendar file',
    followUp: 'Follow-up',
    followUpText: 'Judge, write the report, sign',
    settings: 'Settings',
    account: 'My account',
    accountText: 'Sign-in, rights and signing out',
    settingsText: 'Language, text size, theme, glove mode, your role',
    disclosure: 'Handing out',
    disclosureText: 'Search, mask and save what is to be handed out',
    storage: 'Sync and storage',
    storageText: 'What is on this device, history and undo',
    handover: 'Hand over without a server',
    handoverText: 'By file or QR codes between phone, computer and partner',
    help: 'Help',
    helpText: 'How to log, how we count, what the signs mean',
    accessibility: 'Accessibility',
    accessibilityText: 'Accessibility statement',
    about: 'About Löfteskollen',
    aboutText: 'Version, licence, what happens to the information',

    helpTitle: 'Help',
    helpLead: 'Löfteskollen follows up citizen promises. You log what gets done, the app counts and shows why.',
    loggingTitle: 'Log an action',
    loggingSteps:
      'Open Log. The most likely activity is already chosen. If it is right, press Save action. Otherwise choose another activity, change the number or the day, and save. You need no network.',
    receiptText:
      'The receipt says what the action meant for the goal. From there you can undo, or log another with the same day and place.',
    undoTitle: 'Undo and correct',
    undoText:
      'Everything you save can be undone, without a time limit, on its row under Actions or in the history under Sync and storage. An action is never overwritten: a correction is a new row that replaces the old one, and the chain can be read.',
    neverTitle: 'Never write this',
    neverText:
      'Names or initials of residents, pupils or suspects, personal identity numbers, addresses with a number, registration plates, phone numbers, case numbers, health, consents and individual SSPF cases. The app stops personal identity numbers and warns about other things, but it cannot find names reliably. You are the last check.',
    readingTitle: 'Read in a promise',
    readingText:
      'Choose New promise and paste the text of the promise, or choose a Word file, a PDF or a web page. The app reads parties, period, activities, goals and signatures on the device. Every row shows the words it comes from. Confirm, change or throw away, one row at a time or all at once, and save.',
    readingAdded:
      'What the text does not say the app does not fill in. A list shows what is missing. A row without a number can be made possible to follow: the answers become goals of their own, marked as added for the follow-up, and are not part of the promise.',
    meetingTitle: 'In the meeting',
    meetingText:
      'Meeting mode is on the overview. It shows how it stands slide by slide, the late goals first. Change slide with the arrows or the large buttons. Decisions are saved as you write. No names, and never individual cases.',
    closingTitle: 'When the promise is followed up',
    closingText:
      'Open Follow-up from the overview. Accept the proposals, judge the rest together, let the parties review their rows, freeze the report and sign. The report writes itself. You can add texts of your own, and save it as Word, Excel, PowerPoint or PDF.',
    residentsTitle: 'Tell residents',
    residentsText:
      'The promise’s page leads to the public page and to the feedback. There you see exactly what becomes public. One person hands it in, another approves.',
    kindsTitle: 'Twelve kinds of goal',
    kindsText:
      'Most promises have no numbers. That is why some goals are counted, some are measured and some are judged in words.',
    kindName: 'Kind',
    kindFits: 'When it fits',
    kindLogged: 'How it is fed',
    kindMet: 'When it is met',
    signsTitle: 'What the signs mean',
    signsText: 'Status is always shown with a sign and a word, never with colour alone.',
    countingTitle: 'How we count',
    countingText:
      'Behind every figure there is a section called How we count: the counting rule, the formula in words, the actions that count and those that do not, with the reason. The same figure stands in the card, the chart, the table and the file, because everything is counted in one place.',
    verdictsText:
      'Doing what you promised is not the same as reaching the goal. Three questions are kept apart: Did we do what we promised? Did we reach the goals? Did it make a difference?',
    offlineTitle: 'Without network',
    offlineText:
      'After the first visit the app opens without network, and all you save stays on the device. If you clear the browser’s data it is gone, so read under Sync and storage how to protect it.',
    keysTitle: 'Keyboard shortcuts',
    keysPalette: 'Search and go to anything',
    keysSave: 'Save the form you are in',
    keysSingle: 'Single keys are switched on under Settings.',
    keysKey: 'Key',
    keysDoes: 'Does',

    aboutTitle: 'About Löfteskollen',
    aboutLead: 'A tool for following up the promises that police and municipality give residents together.',
    versionTitle: 'Version',
    versionText: 'Version {version}.',
    privacyTitle: 'What happens to the information',
    privacyText:
      'Everything you save is in the browser on this device. The app sends nothing to anyone else: no typefaces, maps, analytics or error reports come from outside. There are no fields for individuals. The exception is the names of those who officially sign a promise.',
    licenceTitle: 'Licence',
    licenceText: 'Free software under EUPL-1.2. You may use, change and share it on the terms of the licence.',
    partsTitle: 'Built with',
    partsText:
      'React, React Router, TanStack Query, Dexie, Recharts, React Aria, FormatJS, Zod, Hono and Workbox, all free software. The typeface is Atkinson Hyperlegible Next from the Braille Institute.',

    accessTitle: 'Accessibility statement',
    accessLead:
      'We want everyone to be able to use Löfteskollen. This page says how it meets the Swedish act on accessibility to digital public services, what falls short, and how to tell us.',
    accessHowTitle: 'How accessible is the app?',
    accessHowText:
      'The app is built to follow WCAG 2.2 at level AA, which goes beyond what the act demands (EN 301 549). It is partly compliant: the shortcomings below are known.',
    accessGapsTitle: 'Known shortcomings',
    accessGapOne:
      'The app has not been reviewed by an independent party, nor tried with users of every kind of assistive technology.',
    accessGapTwo:
      'The charts on the goal page can be read with arrow keys, but the best way to read them with a screen reader is the table that belongs to each chart.',
    accessGapThree: 'The original text of a promise is shown as it was written, even where it is hard to read.',
    accessContactTitle: 'Tell us if something does not work',
    accessContactText:
      'Contact the municipality or police authority that gives you the app. They are to answer and can give you the content in another way. Whoever runs the app enters their contact here.',
    accessSupervisionTitle: 'Supervision',
    accessSupervisionText:
      'The Agency for Digital Government, Digg, is responsible for supervision. If you are not satisfied with how your remark was received you can report it to Digg.',
    accessTestedTitle: 'How we have tested',
    accessTestedText:
      'Self-assessment. Automatic tests with axe run on every page in light and dark mode, at phone and computer width, with every change. Keyboard, 200 per cent zoom, changed text spacing and forced colours are tried as well.',
    accessDateText: 'The latest assessment was made on {date}. The statement was updated the same day.',
  },
);
