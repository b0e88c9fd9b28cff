import type { Page } from 'playwright';

/** What lies on a device, read past the app. */
export interface DeviceContents {
  /** Ids of logs. */
  readonly logs: readonly string[];
  /** Operations that no answer has come for. */
  readonly waiting: number;
}

/** In: a page of the app's origin, on which the app has opened its database. */
export const readDevice = (page: Page): Promise<DeviceContents> =>
  page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('lofteskollen'));
    const transaction = database.transaction(['progressLogs', 'logPacks', 'outbox']);
    const [ids, packs, waiting] = await Promise.all([
      settle(transaction.objectStore('progressLogs').getAllKeys()),
      settle<{ readonly ids: readonly string[] }[]>(transaction.objectStore('logPacks').getAll()),
      settle(transaction.objectStore('outbox').count()),
    ]);
    database.close();
    return { logs: [...ids.map(String), ...packs.flatMap((pack) => pack.ids)], waiting };
  });
