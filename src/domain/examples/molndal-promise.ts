import type { PromiseDescription } from './promise-description.ts';
import { trendTarget } from './trend-target.ts';

const followedIn = 'Medborgardialoger';

/** Mölndal February 2018 to January 2019: no calendar year, signed after its start, two sources with sizes. */
export const molndalPromise: PromiseDescription = {
  example: 'promise',
  title: 'Mölndal 2018–2019: öppen narkotikahandel',
  municipality: 'Mölndal',
  policeArea: 'Lokalpolisområde Storgöteborg Syd',
  parties: [
    { key: 'police', kind: 'police', name: 'Lokalpolisområde Storgöteborg Syd', signatory: true },
    { key: 'municipality', kind: 'municipality', name: 'Mölndals stad', signatory: true },
  ],
  period: { from: '2018-02-01', to: '2019-01-31', basis: 'Ett år, från 1 februari 2018 till 31 januari 2019.' },
  signedOn: '2018-02-15',
  status: 'ended',
  kind: 'new',
  programme: 'Trygg i Mölndal',
  situation:
    'Medborgare, polis och stadens förvaltningar beskriver hur handeln med narkotika har blivit allt öppnare ' +
    'och tar plats i offentliga miljöer. Så upplever också de flesta invånare det. ' +
    'Polisen ser att narkotika och annan brottslighet når allt yngre och skadar ungas uppväxtmiljö. ' +
    'Staden vill att förvaltningarna tillsammans utvecklar arbetet med barn och unga i riskzon ' +
    'och med andra som hamnat i brott, missbruk eller utanför samhället. Lokalsamhället behöver också bidra. ' +
    'Källa: det undertecknade löftet, daterat den 15 februari 2018.',
  sources: [
    { kind: 'citizen-dialogue', title: 'Dialog med omkring 600 invånare', respondents: 600 },
    { kind: 'survey', title: 'Enkät om brott och otrygghet, omkring 200 svar', respondents: 200 },
    { kind: 'police-reports', title: 'Polisens bild av läget' },
    { kind: 'other', title: 'Mölndals stads förvaltningar' },
  ],
  signatories: [
    { role: 'Lokalpolisområdeschef', party: 'police' },
    { role: 'Kommunstyrelsens ordförande', party: 'municipality' },
  ],
  followUpPlan: { cadence: 'continuous', statement: 'Målen följs löpande i dialoger med medborgarna.' },
  channels: [
    { kind: 'citizen-dialogue', name: 'Medborgardialoger' },
    { kind: 'police-website', name: 'www.polisen.se/Medborgarloften' },
    { kind: 'social-media', name: 'Facebook: Polisen Göteborg syd' },
    { kind: 'municipality-website', name: 'www.molndal.se' },
  ],
  focusAreas: [{ key: 'dealing', name: 'Öppen narkotikahandel i offentlig miljö', themes: ['narkotika', 'trygghet'] }],
  items: [
    {
      kind: 'activity',
      key: 'operations',
      shortName: 'Riktade insatser mot narkotika',
      text: 'Problemen med narkotika möts med riktade insatser. Främst gäller det unga, men också äldre med ett etablerat missbruk.',
      focusArea: 'dealing',
      responsibility: 'joint',
      responsible: ['police', 'municipality'],
      targetGroup: 'Främst ungdomar, även äldre med etablerat missbruk',
    },
    {
      kind: 'activity',
      key: 'parents',
      shortName: 'Information till föräldrar',
      text: 'Föräldrar får information.',
      focusArea: 'dealing',
      responsibility: 'joint',
      responsible: ['police', 'municipality'],
      targetGroup: 'Föräldrar',
    },
    {
      kind: 'activity',
      key: 'inventory',
      shortName: 'Inventering av platser',
      text: 'Utvalda offentliga platser gås igenom för att hitta förändringar i den fysiska miljön som kan förebygga problem.',
      focusArea: 'dealing',
      responsibility: 'joint',
      responsible: ['municipality', 'police'],
    },
    {
      kind: 'goal',
      key: 'unsafety',
      shortName: 'Mindre otrygghet',
      text: 'Otryggheten i offentliga miljöer ska bli ett mindre problem än nu, när missbruk påverkar hur tryggt det känns.',
      focusAreas: ['dealing'],
      level: 'effect',
      owners: [],
      target: trendTarget('down', 'Otrygghet på offentliga platser', followedIn),
    },
    {
      kind: 'goal',
      key: 'dealing',
      shortName: 'Märkbart mindre öppen handel',
      text: 'Det ska märkas att handeln med narkotika i det öppna minskar.',
      focusAreas: ['dealing'],
      level: 'effect',
      owners: [],
      target: trendTarget('down', 'Öppen narkotikahandel', followedIn),
    },
    {
      kind: 'goal',
      key: 'good-forces',
      shortName: 'Fler goda krafter ute',
      text: 'Samhällets goda krafter ska i högre grad vilja vistas ute på offentliga platser.',
      focusAreas: ['dealing'],
      level: 'effect',
      owners: [],
      target: trendTarget('up', 'Vilja att vistas i den offentliga miljön', followedIn),
    },
    {
      kind: 'goal',
      key: 'trust',
      shortName: 'Ökat förtroende',
      text: 'Invånarna ska få större förtroende för polisen och kommunen.',
      focusAreas: ['dealing'],
      level: 'effect',
      owners: [],
      target: trendTarget('up', 'Förtroende för polisen och kommunen', followedIn),
    },
  ],
};
