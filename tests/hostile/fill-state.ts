import { type TableName, tableNames } from '#domain/records/tables.ts';
import type { StorageState } from '#tests/support/launch-browser.ts';
import { type Fidelity, fillRecord } from './fill-record.ts';

interface StoredDatabase {
  readonly name: string;
  readonly stores: readonly { readonly name: string; readonly records: readonly { readonly value?: object }[] }[];
}

const isTable = (name: string): name is TableName => (tableNames as readonly string[]).includes(name);

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const withoutIds = ({ value }: { readonly value?: object }): string => JSON.stringify(value ?? {}).replaceAll(uuid, '');
/** Ids are new in every run: by what rows say, each gets the same texts again. */
const inSameOrder = (left: { readonly value?: object }, right: { readonly value?: object }): number => {
  const [one, other] = [withoutIds(left), withoutIds(right)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** A device's storage in which every free text is hostile. In: the storage, the texts in turn, how they came in. */
export function fillState(
  state: StorageState,
  nextText: () => string,
  fidelity: Fidelity,
): { readonly state: StorageState; readonly used: number } {
  let used = 0;
  const fillValue = (table: TableName, value: object) => {
    const { record, texts } = fillRecord(table, value, nextText, fidelity);
    used += texts.size;
    return record;
  };
  const fillDatabase = (database: StoredDatabase): StoredDatabase => ({
    ...database,
    stores: database.stores.map((store) => {
      const { name } = store;
      if (!isTable(name)) return store;
      const records = store.records.toSorted(inSameOrder).map(({ value, ...rest }) => ({
        ...rest,
        ...(value && { value: fillValue(name, value) }),
      }));
      return { ...store, records };
    }),
  });
  const origins = state.origins.map((origin) => {
    const { indexedDB = [] } = origin as { readonly indexedDB?: readonly StoredDatabase[] };
    return { ...origin, indexedDB: indexedDB.map(fillDatabase) };
  });
  return { state: { ...state, origins } as StorageState, used };
}
