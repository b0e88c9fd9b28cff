import type { PromiseDescription } from './promise-description.ts';
import { trendTarget } from './trend-target.ts';

/** Torsby 2023–2024: one year from a signing whose day is not given; ten activities shared out among units. */
export const torsbyPromise: PromiseDescription = {
  example: 'promise',
  title: 'Torsby 2023–2024: unga och droger, trafiken i centrum',
  municipality: 'Torsby',
  policeArea: 'Lokalpolisområde Torsby',
  parties: [
    { key: 'police', kind: 'police', name: 'Polisen', signatory: true },
    { key: 'municipality', kind: 'municipality', name: 'Torsby kommun', signatory: true },
    { key: 'social', kind: 'social-services', name: 'Socialtjänsten', parent: 'municipality', signatory: false },
    { key: 'school', kind: 'school', name: 'Skolan', parent: 'municipality', signatory: false },
    { key: 'leisure', kind: 'leisure', name: 'Fritid', parent: 'municipality', signatory: false },
    {
      key: 'technical',
      kind: 'municipal-unit',
      name: 'Tekniska avdelningen',
      parent: 'municipality',
      signatory: false,
    },
  ],
  period: {
    fromSigning: true,
    months: 12,
    basis: 'Rubriken säger 2023–2024. Löftet varar ett år från undertecknandet, vars datum inte framgår.',
  },
  status: 'signed',
  kind: 'renewed',
  agreement: 'Samverkansöverenskommelse mellan kommun och polis, som löftet är en del av',
  situation:
    'Unga och droger samt trafiken i centrum har varit löftets två områden ända sedan 2015 och prioriteras fortfarande. ' +
    'Undersökningar bland ungdomar visar att inställningen till droger blir mer tillåtande, så signaler behöver fångas tidigt. ' +
    'Allt fler klagar på att trafiken stör i centrum, mest på kvällar och helger. ' +
    'Medborgarlöften ska allmänt ge tryggare invånare och färre brott, och ta vara på vad medborgare och medarbetare ser. ' +
    'Källa: webbsida med rubriken "Torsby – medborgarlöften".',
  sources: [
    { kind: 'survey', title: 'Undersökningar bland unga' },
    { kind: 'tips', title: 'Klagomål om störande trafik' },
  ],
  signatories: [
    { role: 'Kommunstyrelsens ordförande', party: 'municipality' },
    { role: 'Lokalpolisområdeschef', party: 'police' },
  ],
  followUpPlan: {
    cadence: 'yearly',
    statement:
      'En gång om året redovisas vilka aktiviteter som har gjorts. Allt arbete utvärderas även i verksamhetsrapporten för året.',
  },
  channels: [{ kind: 'report', name: 'Årlig verksamhetsrapport på kommunens webbplats' }],
  focusAreas: [
    { key: 'drugs', name: 'Droger bland unga', themes: ['narkotika', 'unga', 'ANDT'] },
    { key: 'traffic', name: 'Trafikmiljön i centrum', themes: ['trafik'] },
  ],
  items: [
    {
      kind: 'goal',
      key: 'drug-use',
      shortName: 'Minskad droganvändning',
      text: 'Färre unga ska använda droger.',
      focusAreas: ['drugs'],
      level: 'effect',
      owners: [],
      target: trendTarget('down', 'Droganvändning bland unga'),
    },
    {
      kind: 'activity',
      key: 'andt',
      shortName: 'ANDT-information',
      text: 'Polis och kommun informerar om ANDT när föräldrar har möte, i medier och på andra sätt.',
      focusArea: 'drugs',
      responsibility: 'joint',
      responsible: ['police', 'municipality'],
      measures: [
        { key: 'meetings', name: 'Föräldramöten', unit: 'möten' },
        { key: 'media', name: 'Inslag i medier och andra kanaler', unit: 'inslag' },
      ],
    },
    {
      kind: 'activity',
      key: 'events',
      shortName: 'Ungdomsarrangemang, nattvandring',
      text:
        'Kommunen bjuder in unga till arrangemang som förebygger ANDT, till exempel Vargnatta och nians avslutning, ' +
        'och ordnar nattvandringar.',
      focusArea: 'drugs',
      responsibility: 'each',
      responsible: ['municipality'],
      targetGroup: 'Ungdomar',
      measures: [
        { key: 'events', name: 'Ungdomsarrangemang', unit: 'arrangemang' },
        { key: 'walks', name: 'Nattvandringar', unit: 'nattvandringar' },
      ],
    },
    {
      kind: 'activity',
      key: 'survey',
      shortName: 'Uppföljd drogvaneundersökning',
      text:
        'Kommunen redovisar vad drogvaneundersökningen visar i årskurs 9 och i gymnasiets årskurs 2, ' +
        'återkopplar till eleverna som svarade och samtalar med dem.',
      focusArea: 'drugs',
      responsibility: 'each',
      responsible: ['municipality'],
      targetGroup: 'Elever i årskurs 9 och i gymnasiets årskurs 2',
    },
    {
      kind: 'activity',
      key: 'sspf',
      shortName: 'SSPF-möten',
      text: 'Kommun och polis träffas löpande i SSPF, där socialtjänst, skola, polis och fritid deltar.',
      focusArea: 'drugs',
      responsibility: 'joint',
      responsible: ['municipality', 'police'],
      takesPart: ['social', 'school', 'leisure'],
    },
    {
      // The text promises a rhythm without a number: the goal counts, and asks for no number that nobody promised.
      kind: 'goal',
      key: 'sspf',
      shortName: 'Kontinuerliga SSPF-möten',
      text: 'Mötena i SSPF ska vara kontinuerliga.',
      focusAreas: ['drugs'],
      level: 'activity',
      owners: ['municipality', 'police'],
      target: { kind: 'ongoing', unit: 'möten' },
      feeds: [{ from: 'sspf.count' }],
    },
    {
      kind: 'activity',
      key: 'youth',
      shortName: 'Polisens arbete med unga',
      text:
        'Polisen arbetar aktivt med unga i frågor om droger, bland annat genom att informera årskurs 8, ' +
        'följa upp ärenden som rör narkotika och skriva SoL § 14 om unga i riskfyllda miljöer.',
      focusArea: 'drugs',
      responsibility: 'each',
      responsible: ['police'],
      targetGroup: 'Ungdomar',
      measures: [
        { key: 'grade-8', name: 'Information till årskurs 8', unit: 'tillfällen' },
        { key: 'cases', name: 'Uppföljda narkotikaärenden', unit: 'ärenden', personRelated: true },
        { key: 'reports', name: 'SoL § 14', unit: 'anmälningar', personRelated: true },
      ],
    },
    {
      // Consents are never stored, only that the three worked for them.
      kind: 'activity',
      key: 'consent',
      shortName: 'Arbete för samtycke',
      text:
        'Socialtjänst, skola och polis försöker få vårdnadshavare att samtycka till gemensam hjälp åt unga ' +
        'som riskerar missbruk och kriminalitet.',
      focusArea: 'drugs',
      responsibility: 'joint',
      responsible: ['social', 'school', 'police'],
      targetGroup: 'Vårdnadshavare till unga i riskzon',
      personRelated: true,
    },
    {
      kind: 'activity',
      key: 'talks',
      shortName: 'Orossamtal',
      text: 'Polis, skola och socialtjänst håller orossamtal med unga som de ser riskerar missbruk och kriminalitet.',
      focusArea: 'drugs',
      responsibility: 'joint',
      responsible: ['police', 'school', 'social'],
      targetGroup: 'Unga i riskzon',
      personRelated: true,
    },
    {
      kind: 'activity',
      key: 'protection',
      shortName: 'Skyddsfaktorer',
      text: 'Kommunen arbetar aktivt med det som skyddar unga: stöd till föräldrar, en fritid med mening och trivsel i skolan.',
      focusArea: 'drugs',
      responsibility: 'each',
      responsible: ['municipality'],
      measures: [
        { key: 'parents', name: 'Föräldrastöd', unit: 'insatser' },
        { key: 'leisure', name: 'Meningsfull fritid', unit: 'insatser' },
        { key: 'school', name: 'Skoltrivsel', unit: 'insatser' },
      ],
    },
    {
      kind: 'activity',
      key: 'traffic',
      shortName: 'Störande motortrafik i centrum',
      text: 'Polisen tar itu med motorfordon som stör människor i centrum, genom att samtala, tillrättavisa och rapportera.',
      focusArea: 'traffic',
      responsibility: 'each',
      responsible: ['police'],
      places: ['Centrum'],
      measures: [
        { key: 'dialogues', name: 'Dialoger', unit: 'dialoger' },
        { key: 'reprimands', name: 'Tillrättavisningar', unit: 'tillrättavisningar', personRelated: true },
        { key: 'reports', name: 'Rapporteringar', unit: 'rapporter', personRelated: true },
      ],
    },
    {
      kind: 'activity',
      key: 'cooperation',
      shortName: 'Samarbete om trafikmiljön',
      text: 'Polisen och kommunens tekniska avdelning samarbetar nära om trafikmiljön.',
      focusArea: 'traffic',
      responsibility: 'joint',
      responsible: ['police', 'technical'],
    },
  ],
};
