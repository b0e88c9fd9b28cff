import { catalogue } from '#ui/words.ts';

export const municipalityWords = catalogue(
  {
    lead: 'Löftet är gemensamt. Här står hur mycket av varje mål som loggats i varje kommun. Delarna och det som inte är fördelat är alltid hela målet.',
    caption: 'Varje mål, kommun för kommun',
    goal: 'Mål',
    unallocated: 'Ej fördelat',
    whole: 'Hela löftet',
    inLogs: 'räknat i insatser',
    none: 'Inget mål som visas går att dela på kommuner.',
    download: 'Spara som CSV',
    fileName: 'per-kommun',

    keptWhole: 'Delas inte upp',
    people: '{goals}: gäller personer. Små tal om människor delas inte på platser.',
    noLogs: '{goals}: mäts eller bedöms för hela löftet.',

    howTitle: 'Så räknar vi',
    how: 'Samma insatser och samma regler som målets egen siffra. En insats hör till en kommun när den säger det själv. Vald kommun går först. Annars avgör parter som hör till en kommun och platser som bär dess namn. Polisens och föreningars namn avgör inget. Nämns flera kommuner delas insatsen inte, utan står som ej fördelad.',
    stated: 'Kommunen är vald i loggen',
    party: 'En part hör till kommunen',
    place: 'Platsen bär kommunens namn',
    several: 'Ej fördelat: flera kommuner nämns',
    nothing: 'Ej fördelat: inget i loggen säger vilken',
    bases: 'Insatser, efter vad som avgjorde',
    basis: 'Vad som avgjorde',
    logs: 'Insatser',
    unallocatedLogs:
      '{count, plural, one {Visa insatsen} other {Visa # insatser}} som inte är fördelad{count, plural, one {} other {e}}',
    mend: 'Öppna en insats och rätta den för att välja kommun.',
    more: 'och {count} till',
  },
  {
    lead: 'The promise is shared. Here is how much of each goal was logged in each municipality. The parts and what is not allocated always add up to the whole goal.',
    caption: 'Each goal, municipality by municipality',
    goal: 'Goal',
    unallocated: 'Not allocated',
    whole: 'Whole promise',
    inLogs: 'counted in actions',
    none: 'No goal that is shown can be split by municipality.',
    download: 'Save as CSV',
    fileName: 'by-municipality',

    keptWhole: 'Kept whole',
    people: '{goals}: about people. Small numbers about people are not split by place.',
    noLogs: '{goals}: measured or judged for the whole promise.',

    howTitle: 'How we count',
    how: 'The same actions and the same rules as the goal’s own figure. An action belongs to a municipality when it says so itself. A chosen municipality comes first. Otherwise parties that belong to a municipality decide, and places that carry its name. The names of police and associations decide nothing. Where several municipalities are named the action is not shared out: it stands as not allocated.',
    stated: 'The municipality is chosen in the log',
    party: 'A party belongs to the municipality',
    place: 'The place carries the municipality’s name',
    several: 'Not allocated: several municipalities are named',
    nothing: 'Not allocated: nothing in the log says which',
    bases: 'Actions, by what decided',
    basis: 'What decided',
    logs: 'Actions',
    unallocatedLogs:
      '{count, plural, one {Show the action that is not allocated} other {Show # actions that are not allocated}}',
    mend: 'Open an action and correct it to choose a municipality.',
    more: 'and {count} more',
  },
);
