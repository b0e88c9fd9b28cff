import type { ExampleBundle, ExampleTools } from '#domain/examples/example-bundle.ts';
import { type RecordOf, type TableName, tableNames } from '#domain/records/tables.ts';

/** Ids that count upwards in the form of a UUIDv7, so that a failing test names the same id every time. */
export function createExampleTools(): ExampleTools {
  let made = 0;
  return {
    now: '2026-11-21T09:00:00.000+01:00',
    newId: () => {
      made += 1;
      return `019a0000-0000-7000-8000-${String(made).padStart(12, '0')}`;
    },
  };
}

/** The records of one table, none when the bundle has none. */
export const listRecords = <T extends TableName>(bundle: ExampleBundle, table: T): readonly RecordOf<T>[] =>
  bundle[table] ?? [];

/** Every text in a value, at any depth. */
export function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(listTexts);
}

/** Ids that a bundle refers to without having them. Every text in the form of an id is either a record, an item or a broken reference. */
export function findBrokenReferences(bundle: ExampleBundle): readonly string[] {
  const own = new Set(tableNames.flatMap((table) => listRecords(bundle, table)).flatMap(listOwnIds));
  return tableNames.flatMap((table) => listRecords(bundle, table).flatMap((record) => listReferences(record, own)));
}

const looksLikeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Profiles are local to a device and no part of a bundle. */
const outside = new Set(['profileId']);

function listOwnIds(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'id' in value && typeof value.id === 'string' && !('table' in value) ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(listOwnIds)];
}

function listReferences(value: unknown, own: ReadonlySet<string>, at = ''): readonly string[] {
  if (typeof value === 'string') return looksLikeId.test(value) && !own.has(value) ? [`${at}: ${value}`] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(([field]) => !outside.has(field))
    .flatMap(([field, member]) => [
      ...listReferences(field, own, `${at}.key`),
      ...listReferences(member, own, `${at}.${field}`),
    ]);
}
