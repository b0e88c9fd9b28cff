/** Plain IndexedDB as promises, for what must not know any schema. */

/** Opens a database as it is. `create` makes its stores where there is none; without it that is an error. */
export function openPlain(
  factory: IDBFactory,
  name: string,
  create?: (db: IDBDatabase) => unknown,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.onupgradeneeded = () => {
      if (create) create(request.result);
      else request.transaction?.abort();
    };
    request.onsuccess = () => {
      // Whoever wants to remove it or raise its version waits for nobody here.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

/** Removes a database; nothing happens where there is none. */
export function removePlain(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

export function askStore<T>(
  db: IDBDatabase,
  table: string,
  question: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = question(db.transaction(table).objectStore(table));
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error);
    };
  });
}

export function completeTransaction(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
