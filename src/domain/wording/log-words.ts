/** Words for the fixed choices of a log. */
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { createVocabulary } from './vocabulary.ts';

export const logStateWord = createVocabulary<ProgressLog['state']>(
  { done: 'Genomförd', planned: 'Planerad', cancelled: 'Inställd', 'nothing-to-report': 'Inget att rapportera' },
  { done: 'Done', planned: 'Planned', cancelled: 'Cancelled', 'nothing-to-report': 'Nothing to report' },
);

export const evidenceKindWord = createVocabulary<NonNullable<ProgressLog['evidence']>['kind']>(
  {
    protocol: 'Protokoll eller minnesanteckning',
    'photo-of-place': 'Foto av platsen, utan människor',
    statistics: 'Statistik',
    document: 'Dokument',
    'web-page': 'Webbsida',
    other: 'Annat underlag',
  },
  {
    protocol: 'Minutes or notes',
    'photo-of-place': 'Photo of the place, without people',
    statistics: 'Statistics',
    document: 'Document',
    'web-page': 'Web page',
    other: 'Other evidence',
  },
);

/** Answers to "Ny under löftet?": how distinct persons are counted without anyone being named. */
export const newPersonWord = createVocabulary<NonNullable<ProgressLog['newPerson']>>(
  { yes: 'Ja, ny', no: 'Nej, redan räknad', unsure: 'Osäkert' },
  { yes: 'Yes, new', no: 'No, already counted', unsure: 'Unsure' },
);

export const reviewWord = createVocabulary<ProgressLog['review']>(
  {
    none: 'Behöver ingen granskning',
    submitted: 'Väntar på granskning',
    approved: 'Godkänd',
    returned: 'Tillbaka för ändring',
  },
  { none: 'Needs no review', submitted: 'Awaiting review', approved: 'Approved', returned: 'Sent back for changes' },
);

/** Where a change is on its way to the other devices (model section 1). */
export const shareStateWord = createVocabulary<'waiting' | 'shared' | 'refused'>(
  { waiting: 'Väntar', shared: 'Delad', refused: 'Avvisad' },
  { waiting: 'Waiting', shared: 'Shared', refused: 'Refused' },
);
