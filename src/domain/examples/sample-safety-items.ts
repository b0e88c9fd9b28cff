import type { Target } from '#domain/records/target.ts';
import type { ActivityDescription, GoalDescription, PromiseDescription } from './promise-description.ts';
import type { SampleCalendar } from './sample-calendar.ts';

const bothParties = 'Polisen och kommunen';
const nightWalkTarget = (value: number): Target => ({ kind: 'count', value, unit: 'nattvandringar' });

/** In: the calendar. Out: what the sample year promises about safer meeting places, in the text's order. */
export const describeSafetyItems = (calendar: SampleCalendar): PromiseDescription['items'] => [
  {
    kind: 'activity',
    key: 'presence',
    shortName: 'Närvaro resecentrum',
    text: 'Polisen finns synlig vid resecentrum och i Stationsparken på kvällar och helger, ibland tillsammans med kommunen.',
    focusArea: 'places',
    responsibility: 'lead',
    lead: ['police'],
    takesPart: ['municipality'],
    places: ['Resecentrum', 'Busstorget', 'Stationsparken'],
    status: 'ongoing',
  },
  {
    kind: 'goal',
    key: 'presence',
    shortName: 'Två pass i veckan',
    text: 'Minst två pass i veckan vid resecentrum, i genomsnitt över året.',
    focusAreas: ['places'],
    level: 'activity',
    owners: ['police'],
    target: { kind: 'recurrence', times: 2, per: 'week', reading: 'average', unit: 'pass' },
    countingRule: {
      countsAsOne: 'Ett pass på minst en timme till fots vid resecentrum, Busstorget eller Stationsparken.',
      doesNotCount: 'Genomfart i bil, utryckning och kortare stopp.',
      decidedBy: 'Kommunpolisen',
    },
    feeds: [{ from: 'presence.count' }],
  },
  {
    kind: 'activity',
    key: 'night-walks',
    shortName: 'Nattvandring',
    text: 'Fritidsverksamheten och föreningslivet nattvandrar i centrum på fredagar och lördagar.',
    focusArea: 'places',
    responsibility: 'joint',
    responsible: ['leisure', 'association'],
    takesPart: ['police'],
    places: ['Centrum', 'Stationsparken', 'Söderängen'],
    status: 'ongoing',
    measures: [{ key: 'walkers', name: 'Vuxna som gick med', unit: 'vuxna' }],
    plannedVisibility: 'public',
  },
  describeNightWalkGoal(calendar),
  ...describeSafetyWalks(calendar),
  ...describeSummerPatrol(calendar),
  {
    kind: 'goal',
    key: 'feel-safe',
    shortName: 'Fler trygga ute på kvällen',
    text: 'Andelen invånare som känner sig trygga ute på kvällen ska öka från 62 till 65 procent.',
    focusAreas: ['places'],
    level: 'effect',
    owners: ['police', 'municipality'],
    target: {
      kind: 'series',
      direction: 'up',
      indicator: { name: 'Trygga ute på kvällen', unit: 'procent', source: 'Kommunens trygghetsmätning' },
      baseline: { value: 62, date: calendar.on('11-15', -1) },
      level: 65,
      nextMeasurementOn: calendar.on('12-05'),
    },
  },
];

/** Changed in June, by both parties and with a reason: the signed target stays visible as the first version. */
function describeNightWalkGoal(calendar: SampleCalendar): GoalDescription {
  const signed = {
    target: nightWalkTarget(40),
    validFrom: calendar.on('01-01'),
    reason: 'Fastställt före start',
    decidedBy: bothParties,
  };
  const lowered = {
    target: nightWalkTarget(36),
    validFrom: calendar.on('06-15'),
    reason: 'En av två föreningar har slutat. Parterna är överens om färre vandringar hellre än kortare.',
    decidedBy: 'Lokalpolisområdeschefen och kommunens säkerhetschef',
  };
  const versions = calendar.hasCome('06-15') ? [signed, lowered] : [signed];
  return {
    kind: 'goal',
    key: 'night-walks',
    shortName: 'Nattvandringar under året',
    text: 'Minst 40 nattvandringar under året.',
    focusAreas: ['places'],
    level: 'activity',
    owners: ['municipality'],
    target: calendar.hasCome('06-15') ? lowered.target : signed.target,
    countingRule: {
      countsAsOne: 'En kväll då minst tre vuxna går tillsammans i två timmar eller mer.',
      doesNotCount: 'Inställda kvällar och kvällar med färre än tre vuxna.',
      decidedBy: 'Fritidschefen',
    },
    feeds: [{ from: 'night-walks.count' }],
    // Light spring and autumn evenings carry the walks; July rests.
    pacePlan: { kind: 'months', weights: [2, 3, 3, 4, 4, 4, 1, 4, 4, 4, 2, 1] },
    versions,
  };
}

function describeSafetyWalks(calendar: SampleCalendar): (ActivityDescription | GoalDescription)[] {
  return [
    {
      kind: 'activity',
      key: 'safety-walks',
      shortName: 'Trygghetsvandring och åtgärder',
      text: 'Parterna går trygghetsvandringar med dem som bor i området och åtgärdar det som kommer fram.',
      focusArea: 'places',
      responsibility: 'joint',
      responsible: ['municipality', 'police', 'housing'],
      takesPart: ['technical'],
      places: ['Norrängen', 'Söderängen', 'Västra gården', 'Stationsparken', 'Resecentrum'],
      status: 'ongoing',
      measures: [{ key: 'participants', name: 'Deltagare', unit: 'deltagare' }],
      plannedVisibility: 'public',
    },
    {
      kind: 'goal',
      key: 'safety-walks',
      shortName: 'Fem trygghetsvandringar',
      text: 'Trygghetsvandringar hålls vid fem tillfällen som bestäms i förväg.',
      focusAreas: ['places'],
      level: 'activity',
      owners: ['municipality', 'police'],
      target: {
        kind: 'schedule',
        rule: 'Fem onsdagskvällar, två på våren och tre på hösten',
        slots: [
          { id: 'march', date: calendar.on('03-18'), name: 'Norrängen' },
          { id: 'may', date: calendar.on('05-20'), name: 'Söderängen' },
          { id: 'september', date: calendar.on('09-16'), name: 'Stationsparken' },
          {
            id: 'october',
            date: calendar.on('10-14'),
            name: 'Västra gården',
            ...(calendar.hasCome('10-14') && { exempt: 'Inställd i samråd på grund av storm' }),
          },
          { id: 'december', date: calendar.on('12-09'), name: 'Resecentrum' },
        ],
      },
      countingRule: {
        countsAsOne: 'En vandring som annonserats minst en vecka i förväg och som har protokoll.',
        doesNotCount: 'Egna ronder utan invånare.',
        decidedBy: 'Säkerhetssamordnaren',
      },
      feeds: [{ from: 'safety-walks.count' }],
    },
    {
      kind: 'goal',
      key: 'lighting',
      shortName: 'Ny belysning i Stationsparken',
      text: 'Belysningen i Stationsparken byts ut under året.',
      focusAreas: ['places'],
      level: 'result',
      owners: ['technical'],
      target: {
        kind: 'milestone',
        steps: [
          { id: 'mapped', name: 'Brister kartlagda', dueOn: calendar.on('03-31') },
          { id: 'decided', name: 'Åtgärd beslutad', dueOn: calendar.on('06-15') },
          { id: 'ordered', name: 'Belysning beställd', dueOn: calendar.on('09-30') },
          { id: 'done', name: 'Belysning på plats', dueOn: calendar.on('12-15'), allowsEffort: true },
        ],
      },
      feeds: [{ from: 'safety-walks.count' }],
    },
  ];
}

/** The bathing place closed: both parties took the goal out, with a reason, before the summer. */
function describeSummerPatrol(calendar: SampleCalendar): (ActivityDescription | GoalDescription)[] {
  const reason = 'Badplatsen är stängd hela sommaren för ombyggnad.';
  const dropped = calendar.hasCome('06-10') && {
    status: 'dropped' as const,
    statusReason: reason,
    rescoped: { reason, decidedBy: ['police', 'municipality'], on: calendar.on('06-10') },
  };
  return [
    {
      kind: 'activity',
      key: 'summer-patrol',
      shortName: 'Sommarpatrull badplatsen',
      text: 'Polis och fritidsledare finns vid badplatsen varma kvällar i juni till augusti.',
      focusArea: 'places',
      responsibility: 'joint',
      responsible: ['police', 'leisure'],
      places: ['Badplatsen'],
      ...dropped,
    },
    {
      kind: 'goal',
      key: 'summer-patrol',
      shortName: 'Kvällar vid badplatsen',
      text: 'Minst sex kvällar vid badplatsen under sommaren.',
      focusAreas: ['places'],
      level: 'activity',
      owners: ['police', 'municipality'],
      target: { kind: 'count', value: 6, unit: 'kvällar' },
      feeds: [{ from: 'summer-patrol.count' }],
      ...dropped,
    },
  ];
}
