import type { PromiseDescription } from './promise-description.ts';
import { trendTarget } from './trend-target.ts';

const both = ['municipality', 'police'];

/** A promise for 2022 whose text never names its municipality; two of its activities name no party. */
export const unnamedPromise: PromiseDescription = {
  example: 'promise',
  title: 'Okänd kommun 2022: kommunikation, narkotika och trafik',
  parties: [
    { key: 'municipality', kind: 'municipality', name: 'Kommunen', signatory: true },
    { key: 'police', kind: 'police', name: 'Polisen', signatory: true },
  ],
  period: {
    from: '2022-01-01',
    to: '2022-12-31',
    basis: '"2022 års medborgarlöfte", undertecknat en torsdag vars datum inte framgår.',
  },
  status: 'ended',
  kind: 'renewed',
  situation:
    'De tre områdena kommer ur samtal mellan kommun och polis, tips från dem som bor i kommunen, ' +
    'statistik över brott och polisens rapporter om händelser. Parterna kommer överens om ett löfte varje år ' +
    'och arbetar både på egen hand och gemensamt. ' +
    'Som gott exempel nämns hur områdespolisen och kommunens fältsekreterare arbetar ihop. ' +
    'Källa: en nyhetstext om undertecknandet, där kommunens namn inte framgår.',
  sources: [
    { kind: 'other', title: 'Dialoger mellan kommun och polis' },
    { kind: 'tips', title: 'Tips från invånarna' },
    { kind: 'crime-statistics', title: 'Brottsstatistik' },
    { kind: 'police-reports', title: 'Polisens händelserapporter' },
  ],
  signatories: [
    { role: 'Kommunalråd', party: 'municipality' },
    { role: 'Lokalpolisområdeschef', party: 'police' },
  ],
  followUpPlan: { cadence: 'other' },
  channels: [],
  focusAreas: [
    {
      key: 'presence',
      name: 'Trygghet genom kommunikation och närvaro',
      themes: ['trygghet', 'kommunikation', 'närvaro'],
    },
    { key: 'drugs', name: 'Narkotikabrott bland unga', themes: ['narkotika', 'unga'] },
    { key: 'traffic', name: 'Trafiksäkerhet', themes: ['trafik'] },
  ],
  items: [
    {
      kind: 'goal',
      key: 'purpose-safety',
      shortName: 'Syfte: ökad trygghet',
      text: 'Löftena ska göra invånarna tryggare.',
      level: 'effect',
      owners: [],
      target: trendTarget('up', 'Trygghet'),
    },
    {
      kind: 'goal',
      key: 'purpose-crime',
      shortName: 'Syfte: minskad brottslighet',
      text: 'Löftena ska leda till färre brott.',
      level: 'effect',
      owners: [],
      target: trendTarget('down', 'Brottslighet'),
    },
    {
      kind: 'goal',
      key: 'safety',
      shortName: 'Ökad trygghet',
      text: 'Kommunikation och närvaro ska öka tryggheten.',
      focusAreas: ['presence'],
      level: 'effect',
      owners: both,
      target: trendTarget('up', 'Trygghet'),
    },
    {
      kind: 'activity',
      key: 'communication',
      shortName: 'Berätta fakta, rätta fel',
      text: 'Båda parter berättar hur det faktiskt ligger till och bemöter det som inte stämmer.',
      focusArea: 'presence',
      responsibility: 'joint',
      responsible: both,
    },
    {
      kind: 'activity',
      key: 'presence',
      shortName: 'Ökad närvaro på utpekade platser',
      text: 'Parterna är mer närvarande där gemensamma lägesbilder visar att det behövs.',
      focusArea: 'presence',
      responsibility: 'joint',
      responsible: both,
    },
    {
      kind: 'activity',
      key: 'early-signs',
      shortName: 'Upptäcka unga i riskzon',
      text: 'Arbetet inriktas på att hitta unga av båda könen som är på väg mot ett missbruk.',
      focusArea: 'drugs',
      responsibility: 'joint',
      targetGroup: 'Yngre personer, både killar och tjejer',
    },
    {
      kind: 'activity',
      key: 'traffic',
      shortName: 'Insatser vid trafikproblem',
      text: 'Där det visar sig finnas problem i trafiken görs insatser.',
      focusArea: 'traffic',
      responsibility: 'joint',
    },
  ],
};
