import type { Page } from 'playwright';

/** What lies on a device, read past the app. */
export interface DeviceContents {
  /** Ids of logs. */
  readonly logs: readonly string[];
  /** Operations that no answer has come for. */
  readonly waiting: number;
}

/**
 * In: a page of the app's origin, on which the app has opened its database. What was saved on the device itself is a row of
 * its own; logs that came with a first sync, which may lie otherwise, are not looked for.
 */
export const readDevice = (page: Page): Promise<DeviceContents> =>
  page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open('lofteskollen'));
    const transaction = database.transaction(['progressLogs', 'outbox']);
    const [ids, waiting] = await Promise.all([
      settle(transaction.objectStore('progressLogs').getAllKeys()),
      settle(transaction.objectStore('outbox').count()),
    ]);
    database.close();
    return { logs: ids.map(String), waiting };
  });
