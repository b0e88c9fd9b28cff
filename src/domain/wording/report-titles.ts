/** Names of a report's chapters, tables and columns. */
import type { ChapterKey } from '#domain/report/report.ts';
import { createVocabulary } from './vocabulary.ts';

export const chapterTitle = createVocabulary<ChapterKey>(
  {
    summary: 'Sammanfattning',
    promise: 'Löftet och lägesbilden',
    activities: 'Genomförda aktiviteter',
    attainment: 'Måluppfyllelse',
    effects: 'Gjorde det skillnad?',
    deviations: 'Avvikelser',
    feedback: 'Återkoppling till invånarna',
    lessons: 'Lärdomar',
    next: 'Förslag till nästa löfte',
    logs: 'Bilaga: insatser',
    method: 'Så räknade vi',
  },
  {
    summary: 'Summary',
    promise: 'The promise and the situation',
    activities: 'What was done',
    attainment: 'Goal attainment',
    effects: 'Did it make a difference?',
    deviations: 'Deviations',
    feedback: 'Telling the residents',
    lessons: 'Lessons',
    next: 'Proposal for the next promise',
    logs: 'Appendix: actions',
    method: 'How we counted',
  },
);

export type TableKey =
  | 'sources'
  | 'items'
  | 'attainment'
  | 'judgements'
  | 'former'
  | 'indicators'
  | 'beside'
  | 'deviations'
  | 'changes'
  | 'channels'
  | 'acts'
  | 'clock'
  | 'next'
  | 'months'
  | 'by-outcomes'
  | 'rules'
  | 'figures'
  | 'targets';

export const tableCaption = createVocabulary<TableKey>(
  {
    sources: 'Källor till lägesbilden',
    items: 'Löftet punkt för punkt, i textens ordning',
    attainment: 'Målen och deras utfall',
    judgements: 'Parternas bedömningar',
    former: 'Samma mål i förra löftet',
    indicators: 'Effektmål och mätningar',
    beside: 'Mätningar vid sidan av målen',
    deviations: 'Avvikelser under perioden',
    changes: 'Punkter som har strukits eller omprövats',
    channels: 'Kanaler som löftet nämner, och hur de har använts',
    clock: 'När vi senast berättade om varje punkt',
    acts: 'Gånger vi har berättat hur det går',
    next: 'Förslag för varje punkt',
    months: 'Loggade tillfällen per aktivitet',
    'by-outcomes': 'Biutfall',
    rules: 'Räkneregler',
    figures: 'Siffrorna bakom målen',
    targets: 'Målvärden som har ändrats',
  },
  {
    sources: 'Sources of the situation picture',
    items: 'The promise item by item, in the order of its text',
    attainment: 'The goals and their outcomes',
    judgements: 'The parties’ judgements',
    former: 'The same goals in the previous promise',
    indicators: 'Effect goals and measurements',
    beside: 'Measurements beside the goals',
    deviations: 'Deviations during the period',
    changes: 'Items that were dropped or rescoped',
    channels: 'Channels that the promise names, and how they were used',
    clock: 'When we last told about each item',
    acts: 'Times we have told how it goes',
    next: 'Proposal for each item',
    months: 'Occasions logged per activity',
    'by-outcomes': 'By-outcomes',
    rules: 'Counting rules',
    figures: 'The numbers behind the goals',
    targets: 'Target values that were changed',
  },
);

export type ColumnKey =
  | 'item'
  | 'wording'
  | 'responsible'
  | 'outcome'
  | 'standing'
  | 'implementation'
  | 'attainment'
  | 'comment'
  | 'goal'
  | 'activity'
  | 'target'
  | 'judgedBy'
  | 'day'
  | 'dissent'
  | 'evidence'
  | 'about'
  | 'from'
  | 'to'
  | 'cause'
  | 'effect'
  | 'action'
  | 'channel'
  | 'uses'
  | 'latest'
  | 'audience'
  | 'message'
  | 'reach'
  | 'proposal'
  | 'reason'
  | 'total'
  | 'late'
  | 'name'
  | 'count'
  | 'kind'
  | 'respondents'
  | 'source'
  | 'countsAsOne'
  | 'doesNotCount'
  | 'decidedBy'
  | 'decides'
  | 'verdict'
  | 'signedTarget'
  | 'newTarget'
  | 'validFrom'
  | 'indicator'
  | 'baseline'
  | 'value'
  | 'unit'
  | 'number'
  | 'targetNumber'
  | 'logs'
  | 'before'
  | 'now'
  | 'change'
  | 'citizensTold'
  | 'citizensDays'
  | 'staffTold'
  | 'staffDays';

export const columnTitle = createVocabulary<ColumnKey>(
  {
    item: 'Punkt',
    wording: 'Löftets ord',
    responsible: 'Ansvarig',
    outcome: 'Utfall',
    standing: 'Läge',
    implementation: 'Genomförande',
    attainment: 'Måluppfyllelse',
    comment: 'Kommentar',
    goal: 'Mål',
    activity: 'Aktivitet',
    target: 'Målvärde',
    judgedBy: 'Bedömt av',
    day: 'Datum',
    dissent: 'Skiljaktig mening',
    evidence: 'Underlag',
    about: 'Gäller',
    from: 'Från',
    to: 'Till',
    cause: 'Orsak',
    effect: 'Följd',
    action: 'Åtgärd',
    channel: 'Kanal',
    uses: 'Gånger',
    latest: 'Senast',
    audience: 'Till',
    message: 'Vad vi berättade',
    reach: 'Räckvidd',
    proposal: 'Förslag',
    reason: 'Skäl',
    total: 'Summa',
    late: 'Efterrapporterat',
    name: 'Namn',
    count: 'Antal',
    kind: 'Slag',
    respondents: 'Svarande',
    source: 'Källa',
    countsAsOne: 'Räknas som ett',
    doesNotCount: 'Räknas inte',
    decidedBy: 'Beslutat av',
    decides: 'Avgör vid tvekan',
    verdict: 'Omdöme',
    signedTarget: 'Vid undertecknandet',
    newTarget: 'Därefter',
    validFrom: 'Gäller från',
    indicator: 'Indikator',
    baseline: 'Utgångsvärde',
    value: 'Värde',
    unit: 'Enhet',
    number: 'Utfall som tal',
    targetNumber: 'Målvärde som tal',
    logs: 'Insatser som räknas',
    before: 'Förra löftet',
    now: 'Detta löfte',
    change: 'Vad som hände',
    citizensTold: 'Invånare, senast',
    citizensDays: 'Dagar sedan',
    staffTold: 'Medarbetare, senast',
    staffDays: 'Dagar sedan',
  },
  {
    item: 'Item',
    wording: 'Words of the promise',
    responsible: 'Responsible',
    outcome: 'Outcome',
    standing: 'Standing',
    implementation: 'Implementation',
    attainment: 'Attainment',
    comment: 'Comment',
    goal: 'Goal',
    activity: 'Activity',
    target: 'Target',
    judgedBy: 'Judged by',
    day: 'Date',
    dissent: 'Dissenting view',
    evidence: 'Evidence',
    about: 'Concerns',
    from: 'From',
    to: 'To',
    cause: 'Cause',
    effect: 'Consequence',
    action: 'Measure taken',
    channel: 'Channel',
    uses: 'Times',
    latest: 'Latest',
    audience: 'To',
    message: 'What we told',
    reach: 'Reach',
    proposal: 'Proposal',
    reason: 'Reason',
    total: 'Total',
    late: 'Late reported',
    name: 'Name',
    count: 'Number',
    kind: 'Kind',
    respondents: 'Respondents',
    source: 'Source',
    countsAsOne: 'Counts as one',
    doesNotCount: 'Does not count',
    decidedBy: 'Decided by',
    decides: 'Decides in doubt',
    verdict: 'Verdict',
    signedTarget: 'At the signing',
    newTarget: 'Afterwards',
    validFrom: 'In force from',
    indicator: 'Indicator',
    baseline: 'Baseline',
    value: 'Value',
    unit: 'Unit',
    number: 'Outcome as a number',
    targetNumber: 'Target as a number',
    logs: 'Actions that count',
    before: 'Previous promise',
    now: 'This promise',
    change: 'What happened',
    citizensTold: 'Residents, latest',
    citizensDays: 'Days since',
    staffTold: 'Staff, latest',
    staffDays: 'Days since',
  },
);
