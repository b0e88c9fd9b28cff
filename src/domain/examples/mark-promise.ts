import type { PromiseDescription } from './promise-description.ts';
import { trendTarget } from './trend-target.ts';

const everyone = ['police', 'municipality', 'housing'];

/** Mark 2022: three promising parties, one of them a housing company; no numbers, no channels, no follow-up rule. */
export const markPromise: PromiseDescription = {
  example: 'promise',
  title: 'Mark 2022: fortsatt arbete mot narkotika',
  municipality: 'Mark',
  policeArea: 'Lokalpolisområde Borås',
  parties: [
    { key: 'police', kind: 'police', name: 'Polisen', signatory: true },
    { key: 'municipality', kind: 'municipality', name: 'Marks kommun', signatory: true },
    { key: 'housing', kind: 'housing-company', name: 'Marks Bostads AB', signatory: true },
  ],
  period: { from: '2022-01-01', to: '2022-12-31', basis: 'Löftet gäller "under 2022"; några datum anges inte.' },
  status: 'ended',
  kind: 'upgraded',
  agreement: 'Samverkansöverenskommelse mellan kommun och polis från 2021, som löftet kompletterar',
  situation:
    'Parterna har en gemensam lägesbild som bygger på deras samlade uppgifter och på trygghetsundersökningen. ' +
    'Invånarna vill se mer arbete mot narkotikabrott, som ofta hänger ihop med att unga begår brott. ' +
    'Löftet ska minska problemen i lägesbilden. Det trappar upp löftet från året innan ' +
    'och ingår i ett långsiktigt samarbete där också invånarna är med. ' +
    'Källa: webbsida från Marks kommun, i version av den 18 maj 2022.',
  sources: [
    { kind: 'joint-picture', title: 'Gemensam lägesbild' },
    { kind: 'other', title: 'Parternas samlade information' },
    { kind: 'survey', title: 'Trygghetsundersökning' },
  ],
  signatories: [],
  followUpPlan: { cadence: 'other' },
  channels: [],
  focusAreas: [
    { key: 'drugs', name: 'Narkotika', themes: ['narkotika'] },
    { key: 'schools', name: 'Tryggare skolmiljöer', themes: ['skola', 'trygghet'] },
    { key: 'information', name: 'Information till ungdomar', themes: ['information', 'unga'] },
  ],
  items: [
    {
      kind: 'activity',
      key: 'operations',
      shortName: 'Riktade insatser mot narkotika',
      text: 'Polisen gör riktade insatser mot narkotika. Särskilt gäller det försäljning och unga som är i riskzon.',
      focusArea: 'drugs',
      responsibility: 'joint',
      responsible: everyone,
      targetGroup: 'Ungdomar i riskzon',
    },
    {
      kind: 'activity',
      key: 'information',
      shortName: 'Narkotikainformation till unga',
      text: 'Ungdomar får information om narkotika i förebyggande syfte.',
      focusArea: 'information',
      responsibility: 'joint',
      responsible: everyone,
      targetGroup: 'Ungdomar',
    },
    {
      kind: 'activity',
      key: 'schools',
      shortName: 'Trygghet i skolmiljöer',
      text: 'Skolmiljöer görs tryggare genom förebyggande arbete, så att färre unga begår brott.',
      focusArea: 'schools',
      responsibility: 'joint',
      responsible: everyone,
    },
    {
      kind: 'activity',
      key: 'haunts',
      shortName: 'Färre tillhåll för kriminella',
      text:
        'Parterna arbetar gemensamt för att kriminella ska få färre ställen att hålla till på: ute i det offentliga, ' +
        'i kommunens fastigheter och i bostadsbolagets lägenheter.',
      responsibility: 'joint',
      responsible: everyone,
      places: ['Offentlig miljö', 'Kommunens fastigheter', 'Marks Bostads AB:s lägenheter'],
    },
    {
      kind: 'goal',
      key: 'safety',
      shortName: 'Ökad trygghet',
      text: 'Samarbetet ska på lång sikt ge större trygghet.',
      level: 'effect',
      owners: [],
      target: trendTarget('up', 'Trygghet'),
    },
    {
      kind: 'goal',
      key: 'crime',
      shortName: 'Minskad brottslighet',
      text: 'Samarbetet ska på lång sikt ge färre brott.',
      level: 'effect',
      owners: [],
      target: trendTarget('down', 'Brottslighet'),
    },
    {
      kind: 'goal',
      key: 'trust',
      shortName: 'Stärkt förtroende',
      text: 'Samarbetet ska på lång sikt stärka förtroendet för polisen, för kommunen och för bostadsbolaget.',
      level: 'effect',
      owners: [],
      target: trendTarget('up', 'Förtroende för polisen, kommunen och bostadsbolaget'),
    },
  ],
};
