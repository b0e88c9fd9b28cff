import ground from './001-ground.sql?raw';
import people from './010-people.sql?raw';
import erasure from './020-erasure.sql?raw';
import publicPage from './030-public-page.sql?raw';
import accessLog from './040-access-log.sql?raw';

/**
 * One step of the schema. `id`: rising, never reused. `phase`: `expand` adds what older servers do not mind; `migrate`
 * moves data; `contract` takes away what only older servers read, and waits until somebody says that none is left.
 * `sql`: plain SQL, several statements, without BEGIN and COMMIT. It is run by the owner of the tables, whom the forced
 * policies bind too: a step that moves tenants' data lifts them inside its own transaction.
 */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly phase: 'expand' | 'migrate' | 'contract';
  readonly sql: string;
}

/** Every step, in the order it is run. A step that has been released is never edited: its checksum is on record. */
export const allMigrations: readonly Migration[] = [
  { id: 1, name: 'ground', phase: 'expand', sql: ground },
  { id: 10, name: 'people', phase: 'expand', sql: people },
  { id: 20, name: 'erasure', phase: 'expand', sql: erasure },
  { id: 30, name: 'public-page', phase: 'expand', sql: publicPage },
  { id: 40, name: 'access-log', phase: 'expand', sql: accessLog },
];
