/** Words of history and of roles. */
import { createVocabulary } from './vocabulary.ts';

/** What the user did. The same keys as storage's action labels: the domain names them, storage writes them. */
export const actionLabels = [
  'log-created',
  'log-corrected',
  'log-withdrawn',
  'log-restored',
  'record-created',
  'record-changed',
  'record-deleted',
  'record-restored',
  'goal-changed',
  'promise-sealed',
  'examples-taken',
  'examples-removed',
  'imported',
  'backup-restored',
  'undone',
] as const;

export const actionWord = createVocabulary<(typeof actionLabels)[number]>(
  {
    'log-created': 'Loggade en insats',
    'log-corrected': 'Rättade en insats',
    'log-withdrawn': 'Tog tillbaka en insats',
    'log-restored': 'Lade tillbaka en insats',
    'record-created': 'Lade till',
    'record-changed': 'Ändrade',
    'record-deleted': 'Tog bort',
    'record-restored': 'Lade tillbaka',
    'goal-changed': 'Ändrade ett fastställt mål',
    'promise-sealed': 'Fastställde löftet',
    'examples-taken': 'Hämtade exempel',
    'examples-removed': 'Tog bort exempel',
    imported: 'Importerade',
    'backup-restored': 'Läste tillbaka en säkerhetskopia',
    undone: 'Ångrade',
  },
  {
    'log-created': 'Logged an action',
    'log-corrected': 'Corrected an action',
    'log-withdrawn': 'Withdrew an action',
    'log-restored': 'Restored an action',
    'record-created': 'Added',
    'record-changed': 'Changed',
    'record-deleted': 'Removed',
    'record-restored': 'Restored',
    'goal-changed': 'Changed a sealed goal',
    'promise-sealed': 'Sealed the promise',
    'examples-taken': 'Added examples',
    'examples-removed': 'Removed examples',
    imported: 'Imported',
    'backup-restored': 'Restored a backup',
    undone: 'Undid',
  },
);

/** Who may do what (model section 1). */
export const roleWord = createVocabulary<'editor' | 'manager' | 'reader' | 'admin'>(
  { editor: 'Kommunpolis eller samordnare', manager: 'Chef', reader: 'SSPF eller läsare', admin: 'Administratör' },
  { editor: 'Community officer or coordinator', manager: 'Manager', reader: 'SSPF or reader', admin: 'Administrator' },
);
