import type { Transaction } from 'kysely';
import type { ServerTables } from './tables.ts';

/** An open transaction. Only valid until the work it was handed to has ended. */
export type Tx = Transaction<ServerTables>;

/** In whose name and in which tenant a transaction works. Both ids in lower case. */
export interface SpaceIdentity {
  readonly spaceId: string;
  readonly userId: string;
}

/**
 * What is heard on the channel. `changed`: how far a space has come. `person`: what somebody may do, or whether they are
 * signed in, is no longer what it was. `missed`: the line was cut for a while, so anything may have happened.
 */
export type SpaceHint =
  | { readonly kind: 'changed'; readonly spaceId: string; readonly epoch: string; readonly version: number }
  | { readonly kind: 'person'; readonly spaceId: string; readonly userId: string }
  | { readonly kind: 'missed' };

/**
 * The server's database, embedded or PostgreSQL: the same SQL, the same answers, the same walls between tenants.
 *
 * Every method runs its work in one transaction under the role `mlo_app`, with a lock patience of 2 s and a statement
 * limit of 5 s (sync 2.7; the embedded engine, one connection wide, knows no limits but the wait for it). The work's
 * result is handed out after COMMIT; a rejection rolls back and comes through. Never call one of these methods, nor wait
 * for anything but the transaction, inside a work: the embedded database has one connection, and would wait for itself
 * until it gives up. Errors of the database are told apart by `findDatabaseFault`.
 */
export interface ServerDatabase {
  readonly engine: 'pglite' | 'postgres';

  /**
   * Work inside one tenant that may write. Sees all rows of the tenant and none of another, by row level security.
   * What the user may do in it is the caller's to decide. READ COMMITTED: take {@link lockSpace} before reading what a
   * decision rests on.
   */
  readonly inSpace: <T>(identity: SpaceIdentity, work: (tx: Tx) => Promise<T>) => Promise<T>;

  /**
   * Reading in one tenant from one snapshot (REPEATABLE READ READ ONLY, sync 2.8). Of the table `record` only rows in
   * scopes where the user has a membership that was not revoked are there; the lens inside a scope is the caller's.
   */
  readonly readSpace: <T>(identity: SpaceIdentity, work: (tx: Tx) => Promise<T>) => Promise<T>;

  /**
   * Work on tables that belong to no tenant: accounts, sessions, links. Rows of tenants are not there, except the
   * memberships of `userId`, if given.
   */
  readonly outsideSpaces: <T>(work: (tx: Tx) => Promise<T>, userId?: string) => Promise<T>;

  /**
   * Reading for everybody, in nobody's name. Of the table `record` only versions of public pages are there that were
   * approved and not removed, of every tenant; of other tables nothing that belongs to one.
   */
  readonly readPublished: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

  /**
   * Hears every `notifySpace` and `notifyPerson` of every server process on this database, this one included, after its commit.
   * Out: a function that stops. A lost line is taken up again by itself and told as `missed`.
   */
  readonly listen: (handler: (hint: SpaceHint) => void) => () => void;

  /** Ends work that has begun, then lets go of the database. Later calls reject. */
  readonly close: () => Promise<void>;
}
