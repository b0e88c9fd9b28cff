import { createHash } from 'node:crypto';

/** What a lock file says of a package, as far as it is needed here. */
export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  /** By where they lie; the product itself at the empty path. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const inside = 'node_modules/';

/** Name of a package by where it lies. */
export const toName = (path: string): string => path.slice(path.lastIndexOf(inside) + inside.length);

/** Where a package finds another: beside itself, or further up, as Node looks for it. */
export function resolveFrom({ packages }: LockFile, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${inside}`)))) {
    const path = folder === '' ? `${inside}${name}` : `${folder}/${inside}${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
    if (!folder.includes(`/${inside}`)) folder = '';
  }
}

const toPurl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/**
 * The bill of materials of a release, as CycloneDX 1.5 says it (guard T24): every package that the product runs with, and
 * none that it is only made with. In: the lock file. Out: a value for JSON, the same for the same lock, without a time.
 */
export function writeBillOfMaterials(lock: LockFile) {
  const product = lock.packages[''];
  const used = Object.entries(lock.packages)
    .filter(([path, { dev = false }]) => path !== '' && !dev)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const seen = new Map(used.map(([path, locked]) => [toReference(path, locked), { path, locked }]));
  const components = Array.from(seen, ([reference, { path, locked }]) => describe(reference, path, locked));
  const references = ['', ...Array.from(seen.values(), ({ path }) => path)];
  const dependencies = references.map((path) => ({
    ref: toReference(path, lock.packages[path] ?? {}),
    dependsOn: listUsed(lock, path),
  }));
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  return {
    ...{ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 },
    serialNumber: `urn:uuid:${toUuid(digest)}`,
    metadata: {
      component: {
        ...{ type: 'application', 'bom-ref': toReference('', product ?? {}) },
        ...{ name: product?.name ?? '', version: product?.version ?? '' },
        licenses: [toLicense(product?.license ?? '')],
      },
    },
    components,
    dependencies,
  };
}

const toReference = (path: string, { name, version = '' }: LockedPackage): string =>
  path === '' ? `${name ?? ''}@${version}` : `${name ?? toName(path)}@${version}`;

function describe(
  reference: string,
  path: string,
  { version = '', license = '', integrity = '', ...locked }: LockedPackage,
) {
  const name = locked.name ?? toName(path);
  return {
    ...{ type: 'library', 'bom-ref': reference, name, version },
    scope: locked.optional ? 'optional' : 'required',
    hashes: integrity.split(' ').filter(Boolean).map(toHash),
    licenses: [toLicense(license)],
    purl: toPurl(name, version),
  };
}

/** `sha512-…` in base64 becomes what CycloneDX asks for. */
function toHash(integrity: string) {
  const [method = '', base64 = ''] = [
    integrity.slice(0, integrity.indexOf('-')),
    integrity.slice(integrity.indexOf('-') + 1),
  ];
  return { alg: method.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}

/** One licence has an identifier; several, and a choice between them, are an expression. */
const toLicense = (license: string) =>
  /\s/.test(license.trim()) ? { expression: license } : { license: { id: license } };

function listUsed(lock: LockFile, path: string): readonly string[] {
  const { dependencies = {}, optionalDependencies = {} } = lock.packages[path] ?? {};
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  const found = names.flatMap((name) => resolveFrom(lock, path, name) ?? []);
  return [...new Set(found.map((one) => toReference(one, lock.packages[one] ?? {})))].sort();
}

/** A name for the same content, in the shape of a version 8 UUID. */
const toUuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
