import type { WeeklyWork } from './plan-weekly-work.ts';
import { sampleSchools } from './sample-youth-items.ts';
import { pickBetween, pickOne } from './seeded-random.ts';
import type { WorkDescription } from './work-description.ts';

const presence: WeeklyWork = {
  timesPerWeek: [2, 2, 3, 2, 2, 1, 2, 3],
  weekdays: [2, 3, 4, 4, 5, 5, 6],
  describe: (random, day) => {
    const isJoint = random() < 0.25;
    return {
      day,
      activities: ['presence'],
      quantities: { 'presence.count': 1 },
      parties: isJoint ? ['police', 'municipality'] : ['police'],
      place: pickOne(random, ['Resecentrum', 'Resecentrum', 'Busstorget', 'Stationsparken']),
      byOutcomes: [{ name: 'Samtal med besökare', count: pickBetween(random, 4, 26) }],
      ...(isJoint && { confirmedBy: ['municipality'] }),
      ...pickNote(random(), [
        'Lugnt, många på väg hem.',
        'God kontakt med butikerna.',
        'Samtal om belysningen.',
        'Kväll med match.',
      ]),
      visibility: 'public',
    };
  },
};

const nightWalks: WeeklyWork = {
  timesPerWeek: [1, 0, 1, 1, 0],
  weekdays: [4, 5],
  rests: [
    ['01-01', '01-15'],
    ['06-27', '08-09'],
  ],
  describe: (random, day) => ({
    day,
    activities: ['night-walks'],
    quantities: { 'night-walks.count': 1, 'night-walks.walkers': pickBetween(random, 3, 11) },
    parties: random() < 0.2 ? ['leisure', 'association', 'police'] : ['leisure', 'association'],
    place: pickOne(random, ['Centrum', 'Stationsparken', 'Söderängen']),
    ...(random() < 0.5 && { onBehalfOf: 'association' }),
    ...(random() < 0.4 && { confirmedBy: ['association'] }),
    ...pickNote(random(), ['Kallt men bra stämning.', 'Många unga ute efter konserten.', 'Lugn kväll.']),
    visibility: 'public',
  }),
};

/** A round that finds nothing is a report of its own, not a row of zeros. */
const inspections: WeeklyWork = {
  timesPerWeek: [1],
  weekdays: [0, 1],
  describe: (random, day) => {
    const place = pickOne(random, ['Norrängen', 'Söderängen', 'Västra gården']);
    const damage = pickOne(random, [0, 0, 1, 1, 2]);
    const handled = pickOne(random, [0, 0, 1, 2, 4]);
    const late = handled > 0 && random() < 0.12 ? 1 : 0;
    const round: WorkDescription = {
      day,
      activities: ['inspections'],
      quantities: {},
      parties: ['housing'],
      place,
      ...(random() < 0.3 && { onBehalfOf: 'housing' }),
      visibility: 'partners',
    };
    if (damage + handled === 0) return { ...round, state: 'nothing-to-report' };
    return {
      ...round,
      quantities: {
        'inspections.count': 1,
        'inspections.damage': damage,
        'inspections.handled': handled,
        'inspections.in-time': handled - late,
      },
      ...(late > 0 && { note: 'En lagning väntade på reservdel.' }),
    };
  },
};

const answers: WeeklyWork = {
  timesPerWeek: [1, 1, 2, 1],
  weekdays: [0, 1, 2, 3, 4],
  describe: (random, day) => {
    const received = pickBetween(random, 0, 3);
    return {
      day,
      activities: ['answers'],
      quantities: { 'answers.count': 1, 'answers.received': received, 'answers.answered': received },
      parties: random() < 0.35 ? ['municipality', 'police'] : ['municipality'],
      ...(random() < 0.3 && { evidence: { kind: 'web-page', reference: 'Nyhet på kommunens webbplats' } as const }),
      visibility: 'public',
    };
  },
};

const drugOperations: WeeklyWork = {
  timesPerWeek: [1, 1, 0, 1, 1, 0, 1],
  weekdays: [2, 3, 4, 5],
  describe: (random, day, index) => ({
    day,
    activities: ['drug-operations'],
    quantities: { 'drug-operations.count': 1 },
    parties: ['police'],
    place: pickOne(random, ['Resecentrum', 'Stationsparken', 'Centrum']),
    ...(index % 2 === 0 && { extra: true }),
    byOutcomes: [
      { name: 'Beslag', count: pickBetween(random, 0, 3) },
      { name: 'Samtal med unga', count: pickBetween(random, 2, 12) },
    ],
    ...pickNote(random(), ['Samma plats som förra veckan.', 'Flyttade efter tips.']),
  }),
};

/** Ends when the instrument goes for calibration in October. */
const speedChecks: WeeklyWork = {
  timesPerWeek: [1, 0, 1, 1],
  weekdays: [1, 2, 3],
  rests: [
    ['06-13', '08-17'],
    ['10-24', '12-31'],
  ],
  describe: (random, day) => {
    const vehicles = pickBetween(random, 55, 140);
    return {
      day,
      activities: ['speed-checks'],
      quantities: {
        'speed-checks.count': 1,
        'speed-checks.vehicles': vehicles,
        'speed-checks.within': Math.round(vehicles * (0.83 + random() * 0.1)),
      },
      parties: random() < 0.3 ? ['traffic-unit', 'technical'] : ['traffic-unit'],
      place: pickOne(random, [sampleSchools.north, sampleSchools.lark, sampleSchools.park]),
    };
  },
};

const pickNote = (chance: number, notes: readonly string[]) => {
  const note = notes[Math.floor(chance * notes.length * 4)];
  return note === undefined ? {} : { note };
};

/** The work of the sample year that returns week after week. */
export const sampleWeeklyWork: readonly WeeklyWork[] = [
  presence,
  nightWalks,
  inspections,
  answers,
  drugOperations,
  speedChecks,
];
