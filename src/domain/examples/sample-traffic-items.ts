import type { ActivityDescription, GoalDescription, PromiseDescription } from './promise-description.ts';
import type { SampleCalendar } from './sample-calendar.ts';
import { sampleSchools } from './sample-youth-items.ts';

/** In: the calendar. Out: what the sample year promises about safer traffic in the centre, in the text's order. */
export const describeTrafficItems = (calendar: SampleCalendar): PromiseDescription['items'] => [
  {
    kind: 'activity',
    key: 'traffic-controls',
    shortName: 'Trafikkontroll centrum',
    text: 'Polisen gör trafikkontroller i centrum på tider då många klagar på trafiken.',
    focusArea: 'traffic',
    responsibility: 'each',
    responsible: ['traffic-unit'],
    places: ['Centrum', 'Torget', 'Busstorget'],
    status: 'ongoing',
  },
  {
    kind: 'goal',
    key: 'traffic-controls',
    shortName: 'Tolv trafikkontroller',
    text: 'Minst 12 trafikkontroller i centrum under året.',
    focusAreas: ['traffic'],
    level: 'activity',
    owners: ['police'],
    target: { kind: 'count', value: 12, unit: 'trafikkontroller' },
    countingRule: {
      countsAsOne: 'En kontroll på minst 45 minuter på samma plats.',
      doesNotCount: 'Enstaka stopp under ett annat uppdrag.',
      decidedBy: 'Kommunpolisen',
    },
    feeds: [{ from: 'traffic-controls.count' }],
  },
  describeSpeedChecks(calendar),
  {
    kind: 'goal',
    key: 'speed',
    shortName: 'Rätt fart vid skolorna',
    text: 'Minst 85 procent av bilarna håller hastigheten förbi skolorna.',
    focusAreas: ['traffic'],
    level: 'result',
    owners: ['police', 'technical'],
    target: { kind: 'ratio', share: 0.85, direction: 'at-least', minDenominator: 500, unit: 'fordon' },
    countingRule: {
      countsAsOne: 'Ett uppmätt fordon. Gränsen är skyltad hastighet.',
      doesNotCount: 'Utryckningsfordon och mätningar utanför skoltid.',
      decidedBy: 'Polisen',
    },
    feeds: [
      { from: 'speed-checks.within', role: 'part' },
      { from: 'speed-checks.vehicles', role: 'whole' },
    ],
  },
  describeMopedGoal(calendar),
];

function describeSpeedChecks(calendar: SampleCalendar): ActivityDescription {
  return {
    kind: 'activity',
    key: 'speed-checks',
    shortName: 'Hastighetskontroll vid skolor',
    text: 'Polisen mäter hastigheten vid skolor och träffar unga som kör moped och A-traktor.',
    focusArea: 'traffic',
    responsibility: 'lead',
    lead: ['traffic-unit'],
    takesPart: ['technical', 'school'],
    places: [sampleSchools.north, sampleSchools.lark, sampleSchools.park, sampleSchools.upper],
    ...(calendar.hasCome('10-26')
      ? { status: 'paused' as const, statusReason: 'Mätutrustningen är på kalibrering.' }
      : { status: 'ongoing' as const }),
    measures: [
      { key: 'vehicles', name: 'Uppmätta fordon', unit: 'fordon' },
      { key: 'within', name: 'Fordon inom hastighetsgränsen', unit: 'fordon' },
      { key: 'mopeds', name: 'Mopedträffar', unit: 'träffar' },
    ],
  };
}

/** Given up by one party alone: it stays among what was promised and counts as not delivered. */
function describeMopedGoal(calendar: SampleCalendar): GoalDescription {
  return {
    kind: 'goal',
    key: 'mopeds',
    shortName: 'Mopedträffar',
    text: 'Minst fyra träffar för unga som kör moped eller A-traktor.',
    focusAreas: ['traffic'],
    level: 'activity',
    owners: ['police'],
    target: { kind: 'count', value: 4, unit: 'träffar' },
    feeds: [{ from: 'speed-checks.mopeds' }],
    ...(calendar.hasCome('09-01') && {
      status: 'dropped',
      statusReason: 'Polisen avslutade träffarna efter den första, utan gemensamt beslut.',
    }),
  };
}
