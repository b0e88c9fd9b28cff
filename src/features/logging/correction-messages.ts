import { catalogue } from '#ui/words.ts';

/** Words of the page where a log is corrected. */
export const correctionWords = catalogue(
  {
    correctPageTitle: 'Rätta insats · Löfteskollen',
    correctTitle: 'Rätta insats',
    correctLead: 'Den gamla uppgiften sparas i historiken och ersätts av den du skriver nu.',
    correctionReason: 'Varför rättas den?',
    saveCorrection: 'Spara rättelsen',
    cancel: 'Avbryt',
    logMissingTitle: 'Insatsen finns inte på den här enheten',
    logMissingText: 'Länken kan vara gammal, eller så är insatsen loggad på en annan enhet.',
    toLogs: 'Till insatserna',
    logReplacedTitle: 'Den här uppgiften är redan ersatt',
    logReplacedText: 'Rätta den senaste uppgiften i stället.',
    toLatest: 'Öppna den senaste',
  },
  {
    correctPageTitle: 'Correct an action · Löfteskollen',
    correctTitle: 'Correct an action',
    correctLead: 'The old entry is kept in the history and is replaced by what you write now.',
    correctionReason: 'Why is it corrected?',
    saveCorrection: 'Save the correction',
    cancel: 'Cancel',
    logMissingTitle: 'The action is not on this device',
    logMissingText: 'The link may be old, or the action was logged on another device.',
    toLogs: 'To the actions',
    logReplacedTitle: 'This entry has already been replaced',
    logReplacedText: 'Correct the latest entry instead.',
    toLatest: 'Open the latest',
  },
);
