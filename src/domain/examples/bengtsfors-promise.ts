import type { PromiseDescription } from './promise-description.ts';

const both = ['police', 'municipality'];
/** The schema needs a ladder; the text has none. It is neutral, and says that it was added. */
const addedLevel = 'Tillagd för uppföljningen. Löftets text anger inga nivåer.';

/** Bengtsfors 2019: "at least five" persons, counted without identities, and other actors than the two who sign. */
export const bengtsforsPromise: PromiseDescription = {
  example: 'promise',
  title: 'Bengtsfors 2019: narkotika och störande trafik',
  municipality: 'Bengtsfors',
  policeArea: 'LPO Östra Fyrbodal',
  parties: [
    { key: 'police', kind: 'police', name: 'Polisen', signatory: true },
    { key: 'municipality', kind: 'municipality', name: 'Bengtsfors kommun', signatory: true },
    { key: 'social', kind: 'social-services', name: 'Socialtjänsten', parent: 'municipality', signatory: false },
    { key: 'schools', kind: 'school', name: 'Skolor', signatory: false },
    { key: 'leisure', kind: 'leisure', name: 'Fritidsverksamheter', signatory: false },
    { key: 'others', kind: 'other', name: 'Andra berörda aktörer', signatory: false },
  ],
  period: { from: '2019-01-01', to: '2019-12-31', basis: 'Löftet gäller år 2019 och följs upp före årets slut.' },
  status: 'ended',
  kind: 'new',
  situation:
    'Kommunen och polisen har tillsammans analyserat lägesbilden och ser tecken på att missbruket av narkotika växer. ' +
    'Trafiken stör dessutom på några platser som är mer utsatta än andra. Flera sorters dialog med medborgare ger samma bild. ' +
    'Källa: webbsida om löftet, i version av den 15 februari 2019. Bilden på sidan visar tillförordnad ' +
    'lokalpolisområdeschef och kommunstyrelsens vice ordförande, men texten säger inte vem som skrev under.',
  sources: [
    { kind: 'joint-picture', title: 'Gemensamt analyserad lägesbild' },
    { kind: 'citizen-dialogue', title: 'Medborgardialog i olika former' },
  ],
  signatories: [],
  followUpPlan: {
    cadence: 'before-end',
    statement: 'Polis och kommun följer upp löftet tillsammans innan året är slut.',
    dueDates: ['2019-12-31'],
  },
  channels: [
    { kind: 'police-website', name: 'Polisens webbplats' },
    { kind: 'municipality-website', name: 'Kommunens webbplats' },
    { kind: 'social-media', name: 'Sociala medier' },
    { kind: 'mass-media', name: 'Massmedia' },
  ],
  focusAreas: [
    { key: 'drugs', name: 'Missbruk av narkotika', themes: ['narkotika'] },
    { key: 'traffic', name: 'Störande trafik på utsatta platser', themes: ['trafik'] },
  ],
  items: [
    {
      kind: 'activity',
      key: 'drugs',
      shortName: 'Fler insatser mot missbruk',
      text: 'Polis och kommun gör mer mot missbruk av narkotika. Särskilt gäller det personer vars missbruk inte är känt sedan förut.',
      focusArea: 'drugs',
      responsibility: 'joint',
      responsible: both,
      targetGroup: 'Personer som inte är kända för missbruk sedan tidigare',
      measures: [
        { key: 'prosecuted', name: 'Lagförda, ej kända sedan tidigare', unit: 'individer', personRelated: true },
      ],
    },
    {
      kind: 'activity',
      key: 'traffic',
      shortName: 'Åtgärder mot störande trafik',
      text: 'Polis och kommun väljer gemensamt ut platser där trafiken stör och gör det som kan verka mot problemet.',
      focusArea: 'traffic',
      responsibility: 'joint',
      responsible: both,
      measures: [{ key: 'sections', name: 'Gatuavsnitt med åtgärd', unit: 'gatuavsnitt' }],
    },
    {
      kind: 'goal',
      key: 'prosecuted',
      shortName: 'Minst fem lagförda',
      text: 'Polisens mål är minst fem lagförda som inte förut är kända för narkotikabrott.',
      focusAreas: ['drugs'],
      level: 'result',
      owners: ['police'],
      target: { kind: 'count', value: 5, unit: 'individer', distinctPersons: true },
      feeds: [{ from: 'drugs.prosecuted' }],
      personRelated: true,
    },
    {
      kind: 'goal',
      key: 'cooperation',
      shortName: 'Insatser till tidigare okända',
      text:
        'Kommunens mål är att nå personer vars missbruk inte är känt, genom att socialtjänsten samverkar mer med andra ' +
        'i samhället. Skolor och verksamheter på fritiden nämns som exempel.',
      focusAreas: ['drugs'],
      level: 'result',
      owners: ['municipality'],
      target: {
        kind: 'judged',
        rubric: [
          { id: 'worse', name: 'Försämrat', description: addedLevel },
          { id: 'same', name: 'Oförändrat', description: addedLevel },
          { id: 'better', name: 'Förbättrat', description: addedLevel },
        ],
        agreedLevelId: 'better',
        evidenceKinds: [],
      },
    },
    {
      kind: 'goal',
      key: 'sections',
      shortName: 'Åtgärdade gatuavsnitt',
      text: 'Polis, kommun och övriga berörda ska tillsammans åtgärda ett eller flera utvalda gatuavsnitt där trafiken stör särskilt mycket.',
      focusAreas: ['traffic'],
      level: 'result',
      owners: ['police', 'municipality', 'others'],
      target: { kind: 'count', value: 1, unit: 'gatuavsnitt' },
      feeds: [{ from: 'traffic.sections' }],
    },
  ],
};
