import { databaseMessages } from '#server/database/messages.ts';
import type { EmbeddedOpening } from './embedded-database.ts';
import type { PostgresOpening } from './postgres-database.ts';

export type DatabaseRefusal = Exclude<EmbeddedOpening | PostgresOpening, { readonly kind: 'open' }>;

/** One sentence about a database that did not open, which says what to do. In: why, and the data folder if there is one. */
export function describeRefusal(refusal: DatabaseRefusal, folder = ''): string {
  switch (refusal.kind) {
    case 'superuser':
      return databaseMessages.superuser(refusal.role);
    case 'bypasses':
      return databaseMessages.bypasses(refusal.role);
    case 'owner':
      return databaseMessages.owner(refusal.role);
    case 'not-a-member':
      return databaseMessages.notMember(refusal.role);
    case 'no-app-role':
      return databaseMessages.behind(refusal.role);
    case 'behind':
      return databaseMessages.behind(refusal.missing.join(', '));
    case 'newer':
      return databaseMessages.newer(refusal.name);
    case 'changed':
      return databaseMessages.changed(refusal.name);
    case 'unreachable':
      return databaseMessages.unreachable(refusal.reason);
    case 'in-use':
      return databaseMessages.inUse(folder, refusal.pid, refusal.host);
    case 'copied':
      return databaseMessages.copied(folder);
    case 'not-durable':
      return databaseMessages.notDurable(folder);
    case 'ledger-damaged':
      return databaseMessages.ledgerDamaged(refusal.place);
    case 'broken':
      return databaseMessages.broken(folder, refusal.reason);
  }
}
