import { type Asker, askers, type MatrixWorld } from '#tests/support/matrix-world.ts';
import { password } from '#tests/support/test-server.ts';

export interface MatrixRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `sees`: every label of the world that stands in the answer. `effect`: what became of a pushed operation. */
export interface Expected {
  readonly status: number;
  readonly sees?: readonly string[];
  readonly effect?: 'applied' | 'rejected';
}

export interface MatrixCase {
  /** As the app lists it: method and pattern. */
  readonly route: string;
  readonly object: string;
  /** Whose the object is; `nobody` when there is none, or it is not a tenant's. */
  readonly owner: 'home' | 'foreign' | 'nobody';
  readonly toRequest: (world: MatrixWorld, asker: Asker) => MatrixRequest;
  readonly expect: (asker: Asker) => Expected;
}

export const outside: readonly Asker[] = ['anonymous', 'expired', 'ended'];
export const inside = askers.filter((asker) => !outside.includes(asker));
export const leaders: readonly Asker[] = ['manager', 'promise-admin', 'space-admin'];
export const admins: readonly Asker[] = ['promise-admin', 'space-admin'];
export const top: readonly Asker[] = ['space-admin'];
export const foreigner: readonly Asker[] = ['foreign-admin'];
export const nobody: readonly Asker[] = [];

export const deny = (asker: Asker): Expected => ({ status: outside.includes(asker) ? 401 : 404 });
/** Allowed to these, and to nobody else. */
export const allow =
  (by: readonly Asker[], allowed: Expected = { status: 200 }) =>
  (asker: Asker): Expected =>
    by.includes(asker) ? allowed : deny(asker);
export const toAll = (expected: Expected) => (): Expected => expected;
export const meet = (...lists: readonly (readonly Asker[])[]): readonly Asker[] =>
  askers.filter((asker) => lists.every((list) => list.includes(asker)));

export const ownerOf = (name: string): MatrixCase['owner'] => {
  if (/foreign/.test(name)) return 'foreign';
  return /unknown|malformed/.test(name) ? 'nobody' : 'home';
};

export const idOf = ({ ids }: MatrixWorld, asker: Asker, person: string): string =>
  (person === 'self' ? ids[asker] : ids[person]) ?? ids.unknown ?? '';

export const list = (
  route: string,
  sees: Readonly<Partial<Record<Asker, readonly string[]>>>,
  isOpen: boolean,
): MatrixCase => ({
  ...{ route, object: 'list', owner: 'nobody' },
  toRequest: () => ({ method: 'GET', path: route.slice(4) }),
  expect: (asker) => (isOpen || inside.includes(asker) ? { status: 200, sees: sees[asker] ?? [] } : { status: 401 }),
});

export const simple = (
  route: string,
  object: string,
  body: unknown | ((world: MatrixWorld, asker: Asker) => unknown),
  expect: MatrixCase['expect'],
): MatrixCase => ({
  ...{ route, object, owner: 'nobody', expect },
  toRequest: (world, asker) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path, body: typeof body === 'function' ? body(world, asker) : body };
  },
});
export const signedIn = (status: number) => allow(inside, { status });

export const newcomer = { personName: 'Ny', name: 'newcomer@example.se', password, sharedDevice: false };
