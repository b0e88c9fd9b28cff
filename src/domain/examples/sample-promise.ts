import type { PromiseDescription } from './promise-description.ts';
import type { SampleCalendar } from './sample-calendar.ts';
import { careItems } from './sample-care-items.ts';
import { describeSafetyItems } from './sample-safety-items.ts';
import { describeTrafficItems } from './sample-traffic-items.ts';
import { youthItems } from './sample-youth-items.ts';

/** In: the calendar. Out: the promise of a municipality that does not exist, sealed by both parties before its year. */
export function describeSamplePromise(calendar: SampleCalendar): PromiseDescription {
  const items = [...describeSafetyItems(calendar), ...careItems, ...youthItems, ...describeTrafficItems(calendar)];
  const { year, on } = calendar;
  return {
    example: 'sample-year',
    title: `Exempel: Medborgarlöfte ${year} för Exempelköping`,
    municipality: 'Exempelköping',
    policeArea: 'Lokalpolisområde Exempelbygden',
    parties: sampleParties,
    period: { from: on('01-01'), to: on('12-31'), basis: `Kalenderåret ${year}` },
    signedOn: on('12-15', -1),
    status: 'active',
    kind: 'renewed',
    agreement: 'Exempel på samverkansöverenskommelse mellan kommun och polis',
    programme: 'Tryggt i Exempelköping',
    situation:
      'Exempelköping är påhittat. Invånarna känner sig otrygga vid resecentrum på kvällarna, ' +
      'är oroliga för narkotika bland unga och störs av trafiken i centrum.',
    sources: [
      { kind: 'survey', title: 'Kommunens trygghetsmätning', date: on('11-15', -1), respondents: 804 },
      { kind: 'citizen-dialogue', title: 'Medborgardialog på torget', date: on('10-08', -1), respondents: 140 },
      { kind: 'crime-statistics', title: 'Anmälda brott föregående år' },
    ],
    signatories: [
      { role: 'Lokalpolisområdeschef', party: 'police' },
      { role: 'Kommunstyrelsens ordförande', party: 'municipality' },
    ],
    followUpPlan: {
      cadence: 'tertial',
      statement: 'Parterna följer upp löftet tillsammans varje tertial och vid årets slut.',
      dueDates: [on('05-15'), on('09-15'), on('01-31', 1)],
    },
    channels: [
      { kind: 'municipality-website', name: 'Kommunens webbplats' },
      { kind: 'social-media', name: 'Polisens sociala medier' },
      { kind: 'citizen-dialogue', name: 'Medborgardialog vår och höst' },
    ],
    focusAreas: [
      {
        key: 'places',
        name: 'Trygga mötesplatser',
        themes: ['trygghet', 'närvaro'],
        problem: 'Otrygghet vid resecentrum på kvällar och helger.',
      },
      { key: 'youth', name: 'Unga utan droger', themes: ['narkotika', 'unga', 'ANDT'] },
      { key: 'traffic', name: 'Säker trafik i centrum', themes: ['trafik'], causes: ['Genomfart på kvällstid'] },
    ],
    items: items.map((item) =>
      item.kind === 'goal' && !item.versions ? { ...item, versions: [firstVersion(item, on('01-01'))] } : item,
    ),
    terms: [
      { name: 'Vårterminen', from: on('01-08'), to: on('06-12') },
      { name: 'Höstterminen', from: on('08-18'), to: on('12-18') },
    ],
    seal: {
      signatures: [
        { party: 'police', function: 'Lokalpolisområdeschef', signedOn: on('12-10', -1) },
        { party: 'municipality', function: 'Kommunstyrelsens ordförande', signedOn: on('12-15', -1) },
      ],
      sealedOn: on('12-15', -1),
    },
    originalText: items.map((item) => item.text).join('\n'),
  };
}

const firstVersion = (
  { target }: Extract<PromiseDescription['items'][number], { kind: 'goal' }>,
  validFrom: string,
) => ({
  target,
  validFrom,
  reason: 'Fastställt före start',
  decidedBy: 'Polisen och kommunen',
});

const sampleParties: PromiseDescription['parties'] = [
  { key: 'police', kind: 'police', name: 'Lokalpolisområde Exempelbygden', signatory: true },
  { key: 'traffic-unit', kind: 'police', name: 'Trafikgruppen', parent: 'police', signatory: false },
  { key: 'municipality', kind: 'municipality', name: 'Exempelköpings kommun', signatory: true },
  { key: 'school', kind: 'school', name: 'Skolförvaltningen', parent: 'municipality', signatory: false },
  { key: 'social', kind: 'social-services', name: 'Socialtjänsten', parent: 'municipality', signatory: false },
  { key: 'leisure', kind: 'leisure', name: 'Kultur och fritid', parent: 'municipality', signatory: false },
  {
    key: 'technical',
    kind: 'municipal-unit',
    name: 'Tekniska förvaltningen',
    parent: 'municipality',
    signatory: false,
  },
  { key: 'housing', kind: 'housing-company', name: 'Exempelbostäder AB', signatory: false },
  { key: 'association', kind: 'association', name: 'Nattvandrarna i Exempelköping', signatory: false },
];
