/** What columns are called, in Swedish and English, as `foldName` gives it. A name is found whole, or as its first or last words. */
import type { ActivityRole, LogRole } from './column-roles.ts';

type Named<Role extends string> = readonly (readonly [role: Role, names: readonly string[]])[];

/** The more telling names first: "antal lagförda" is an outcome, "antal" a count. */
export const logHeaders: Named<LogRole> = [
  ['date', ['datum', 'dag', 'när', 'insatsdatum', 'utförd datum', 'genomförd datum', 'date', 'day', 'when']],
  [
    'activity',
    [
      'aktivitet',
      'aktiviteter',
      'aktivitetsnamn',
      'insats',
      'insatstyp',
      'åtgärd',
      'typ av insats',
      'activity',
      'action',
      'measure',
    ],
  ],
  [
    'count',
    ['antal', 'antal insatser', 'antal tillfällen', 'antal gånger', 'mängd', 'count', 'number', 'quantity', 'amount'],
  ],
  [
    'party',
    [
      'part',
      'parter',
      'ansvarig part',
      'ansvarig',
      'organisation',
      'aktör',
      'aktörer',
      'utförare',
      'party',
      'parties',
      'organization',
    ],
  ],
  ['place', ['plats', 'område', 'ställe', 'var', 'place', 'location', 'area', 'where']],
  ['municipality', ['kommun', 'kommunnamn', 'municipality']],
  ['state', ['status', 'läge', 'tillstånd', 'genomförd', 'utförd', 'state']],
  [
    'note',
    [
      'anteckning',
      'anteckningar',
      'kommentar',
      'kommentarer',
      'notering',
      'beskrivning',
      'övrigt',
      'fritext',
      'note',
      'notes',
      'comment',
      'comments',
      'description',
    ],
  ],
  ['extra', ['utöver ordinarie', 'extra', 'extra insats', 'utöver det ordinarie', 'beyond ordinary']],
  ['newPerson', ['ny person', 'ny under löftet', 'tidigare okänd', 'new person']],
  [
    'outcome',
    [
      'biutfall',
      'utfall',
      'böter',
      'ordningsbot',
      'ordningsböter',
      'beslag',
      'lagförda',
      'anmälningar',
      'avvisningar',
      'outcome',
      'fines',
      'seizures',
      'reports',
    ],
  ],
];

export const activityHeaders: Named<ActivityRole> = [
  [
    'text',
    [
      'aktivitet',
      'aktiviteter',
      'åtgärd',
      'åtgärder',
      'beskrivning',
      'text',
      'vad',
      'vi lovar',
      'activity',
      'action',
      'description',
      'what',
    ],
  ],
  [
    'shortName',
    ['kortnamn', 'namn på aktivitet', 'rubrik', 'benämning', 'aktivitetsnamn', 'namn', 'short name', 'title', 'name'],
  ],
  [
    'focusArea',
    [
      'fokusområde',
      'fokusområden',
      'prioriterat område',
      'område',
      'problemområde',
      'insatsområde',
      'focus area',
      'priority',
      'area',
    ],
  ],
  [
    'party',
    [
      'ansvarig part',
      'ansvarig',
      'ansvariga',
      'part',
      'parter',
      'organisation',
      'aktör',
      'utförare',
      'responsible',
      'party',
      'parties',
      'owner',
    ],
  ],
  ['place', ['plats', 'platser', 'var', 'place', 'places', 'location', 'where']],
  ['targetGroup', ['målgrupp', 'målgrupper', 'target group', 'audience']],
  ['target', ['mål', 'målvärde', 'måltal', 'antal', 'mängd', 'target', 'target value', 'number', 'count']],
  ['unit', ['enhet', 'enheter', 'mäts i', 'unit', 'units']],
  [
    'period',
    ['period', 'frekvens', 'hur ofta', 'per', 'intervall', 'tidsperiod', 'frequency', 'how often', 'interval'],
  ],
];

/** Columns about individuals. They are never taken, whatever they hold (guard P3). */
export const personHeader =
  /^(?:person ?nummer|personnr|pnr|samordningsnummer|födelsedatum|födelseår|förnamn|efternamn|för och efternamn|namn(?: på (?:person|elev|den).*)?|initialer|elev|klient|misstänkt|målsägande|gärningsman|vårdnadshavare|brukare|handläggare|polisman|telefon(?:nummer)?|tele?|mobil(?:nummer)?|e ?post(?:adress)?|mejl|mail|adress|gatuadress|reg(?:istrerings)? ?n(?:umme)?r|k nummer|ärendenummer|diarienummer person|first name|last name|surname|full name|name|social security number|date of birth|phone(?: number)?|e ?mail(?: address)?|address|licen[cs]e plate|case number|suspect|pupil|student|client)$/u;
