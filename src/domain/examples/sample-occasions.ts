import type { MonthDay, SampleCalendar } from './sample-calendar.ts';
import type { WorkDescription } from './work-description.ts';

type Occasion = Omit<WorkDescription, 'day'>;

/** In: the calendar. Out: the work of the sample year that has a day of its own. */
export function describeSampleOccasions(calendar: SampleCalendar): readonly WorkDescription[] {
  return [...safetyWalks, ...parentMeetings, ...trafficControls, ...prosecutions, ...others].map(
    ([monthDay, occasion]) => ({
      ...occasion,
      day: calendar.on(monthDay),
    }),
  );
}

const walk = (place: string, participants: number, reached: readonly string[] = []): Occasion => ({
  activities: ['safety-walks'],
  quantities: { 'safety-walks.count': 1, 'safety-walks.participants': participants },
  parties: ['municipality', 'police', 'housing'],
  confirmedBy: ['police', 'housing'],
  place,
  ...(reached.length > 0 && { reached }),
  evidence: { kind: 'protocol', reference: 'Protokoll från trygghetsvandring' },
  visibility: 'public',
});

const step = (item: string, note: string): Occasion => ({
  activities: ['safety-walks'],
  quantities: {},
  parties: ['technical'],
  place: 'Stationsparken',
  reached: [`lighting.${item}`],
  note,
  visibility: 'partners',
});

/** The walk of May was moved a week: it names the slot that it keeps. */
const safetyWalks: readonly (readonly [MonthDay, Occasion])[] = [
  ['03-18', walk('Norrängen', 24)],
  ['03-25', step('mapped', 'Sju mörka platser på kartan.')],
  ['05-27', { ...walk('Söderängen', 18, ['safety-walks.may']), note: 'Flyttad en vecka på grund av regn.' }],
  ['06-10', step('decided', 'Beslut i tekniska nämnden.')],
  ['09-16', walk('Stationsparken', 31)],
  ['10-06', step('ordered', 'Beställd en vecka efter plan.')],
  ['12-09', walk('Resecentrum', 22)],
];

const meeting = (school: string, place: string, parents: number): Occasion => ({
  activities: ['parent-meetings'],
  quantities: { 'parent-meetings.count': 1, 'parent-meetings.parents': parents },
  parties: ['school', 'police'],
  confirmedBy: ['police'],
  place,
  reached: [`schools.${school}`],
  visibility: 'public',
});

/** Two meetings at the same school are two meetings and one school. */
const parentMeetings: readonly (readonly [MonthDay, Occasion])[] = [
  ['02-04', meeting('north', 'Norra skolan', 46)],
  ['02-18', meeting('south', 'Södra skolan', 38)],
  ['03-11', meeting('lark', 'Lärkskolan', 29)],
  ['04-15', meeting('park', 'Parkskolan', 52)],
  ['05-06', meeting('north', 'Norra skolan', 33)],
  ['09-09', meeting('oak', 'Ekskolan', 41)],
  ['09-23', meeting('lake', 'Sjöskolan', 27)],
  ['10-21', meeting('hill', 'Bergskolan', 35)],
  ['11-26', meeting('upper', 'Centrumgymnasiet', 60)],
];

const control = (place: string, offences: number, sobriety: number): Occasion => ({
  activities: ['traffic-controls'],
  quantities: { 'traffic-controls.count': 1 },
  parties: ['traffic-unit'],
  place,
  byOutcomes: [
    { name: 'Rapporterade överträdelser', count: offences },
    { name: 'Nykterhetskontroller', count: sobriety },
  ],
});

/** One control was logged as two and then corrected, one was logged twice and then withdrawn, one was cancelled. */
const trafficControls: readonly (readonly [MonthDay, Occasion])[] = [
  ['01-22', control('Centrum', 6, 58)],
  ['02-26', control('Torget', 4, 71)],
  [
    '04-16',
    {
      ...control('Centrum', 9, 40),
      activities: ['traffic-controls', 'speed-checks'],
      quantities: {
        'traffic-controls.count': 1,
        'speed-checks.count': 1,
        'speed-checks.vehicles': 112,
        'speed-checks.within': 95,
      },
      note: 'Gemensam insats med hastighetsmätning.',
    },
  ],
  ['05-28', { ...control('Busstorget', 5, 64), quantities: { 'traffic-controls.count': 2 }, key: 'counted-twice' }],
  [
    '05-28',
    {
      ...control('Busstorget', 5, 64),
      key: 'counted-once',
      corrects: 'counted-twice',
      correctionReason: 'Två stopp på samma plats är en kontroll enligt räkneregeln.',
    },
  ],
  ['06-18', control('Centrum', 7, 83)],
  [
    '08-20',
    {
      activities: ['traffic-controls'],
      quantities: {},
      parties: ['traffic-unit'],
      state: 'cancelled',
      note: 'Inställd, personalbrist.',
    },
  ],
  ['09-24', control('Torget', 3, 66)],
  ['09-24', { ...control('Torget', 3, 66), key: 'duplicate' }],
  [
    '09-24',
    {
      ...control('Torget', 3, 66),
      key: 'duplicate-withdrawn',
      corrects: 'duplicate',
      withdrawn: true,
      correctionReason: 'Samma kontroll var loggad två gånger.',
    },
  ],
  ['10-29', control('Centrum', 8, 49)],
  ['12-03', control('Centrum', 6, 55)],
  ['12-10', control('Busstorget', 4, 60)],
];

const prosecution = (newPerson: NonNullable<Occasion['newPerson']>): Occasion => ({
  activities: ['drug-operations'],
  quantities: { 'drug-operations.prosecuted': 1 },
  parties: ['police'],
  newPerson,
});

/** Distinct persons without identities: the log says whether the person is new during the promise. */
const prosecutions: readonly (readonly [MonthDay, Occasion])[] = [
  ['02-03', prosecution('yes')],
  ['02-19', prosecution('yes')],
  ['03-12', prosecution('no')],
  ['04-02', prosecution('yes')],
  ['04-28', prosecution('yes')],
  ['05-12', prosecution('unsure')],
  ['06-03', prosecution('yes')],
  ['06-24', prosecution('no')],
  ['08-12', prosecution('yes')],
  ['08-27', prosecution('no')],
  ['09-15', prosecution('yes')],
  ['10-07', prosecution('unsure')],
  ['10-22', prosecution('yes')],
  ['11-04', prosecution('no')],
];

const others: readonly (readonly [MonthDay, Occasion])[] = [
  [
    '03-24',
    {
      activities: ['speed-checks'],
      quantities: { 'speed-checks.mopeds': 1 },
      parties: ['traffic-unit', 'school'],
      place: 'Centrumgymnasiet',
      note: 'Bra uppslutning på skolgården.',
    },
  ],
  [
    '08-29',
    {
      activities: ['night-walks', 'presence'],
      quantities: { 'night-walks.count': 1, 'night-walks.walkers': 9, 'presence.count': 1 },
      parties: ['police', 'leisure', 'association'],
      place: 'Stationsparken',
      confirmedBy: ['association'],
      note: 'Gemensam kväll i samband med stadsfesten.',
      visibility: 'public',
    },
  ],
  [
    '10-02',
    {
      activities: ['night-walks'],
      quantities: { 'night-walks.count': 1 },
      parties: ['association'],
      onBehalfOf: 'association',
      review: 'returned',
      note: 'Hur många vuxna gick med?',
    },
  ],
  [
    '11-14',
    {
      activities: ['night-walks'],
      quantities: { 'night-walks.count': 1, 'night-walks.walkers': 5 },
      parties: ['leisure', 'association'],
      place: 'Centrum',
      onBehalfOf: 'association',
      review: 'submitted',
      visibility: 'public',
    },
  ],
];
