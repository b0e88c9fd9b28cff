import type { ServerDatabase } from '#server/database/server-database.ts';
import { passwordCostLog2 } from './passwords.ts';
import type { PeoplePorts } from './ports.ts';
import { type RightsOverPeople, rightsOverPeople } from './rights-over-people.ts';
import { leaseDays as leaseLimits } from './session-rules.ts';
import type { SignInProvider } from './sign-in-provider.ts';

/** What everything about people works with. */
export interface People {
  readonly database: ServerDatabase;
  readonly ports: PeoplePorts;
  /** By id. Offered to everybody; whom they lead to is decided by the invitation that was accepted with them. */
  readonly providers: ReadonlyMap<string, SignInProvider>;
  /** Cost of newly chosen passwords, as a power of two. */
  readonly costLog2: number;
  /** How many days a device may stay away: see `computeLease`. */
  readonly leaseDays: number;
  readonly rights: RightsOverPeople;
}

export interface PeopleOptions {
  readonly database: ServerDatabase;
  readonly ports: PeoplePorts;
  readonly providers?: readonly SignInProvider[];
  /** For tests, which choose hundreds of passwords. */
  readonly costLog2?: number;
  readonly leaseDays?: number;
  /** For the proof that the walls between tenants hold when these rights do not. */
  readonly rights?: RightsOverPeople;
}

/** In: database, ports, providers. Out: what the functions and routes of this folder take. */
export const createPeople = ({
  database,
  ports,
  providers = [],
  costLog2 = passwordCostLog2,
  leaseDays = leaseLimits.usual,
  rights = rightsOverPeople,
}: PeopleOptions): People => ({
  database,
  ports,
  providers: new Map(providers.map((provider) => [provider.settings.id, provider])),
  costLog2,
  leaseDays,
  rights,
});
