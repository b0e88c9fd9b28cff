/** A database is copied before its schema changes and compared afterwards. Costs nothing while no schema changes. */

export interface UpgradeKeeper {
  /** Copies the database as it is. Throws what the browser answers; then nothing is upgraded. */
  readonly keep: () => Promise<void>;
  /** Compares, and puts back what was there where it differs. In: the upgraded database, which nobody else has yet. */
  readonly settle: (db: IDBDatabase) => Promise<void>;
}

type Handler = ((event: never) => unknown) | null;

/**
 * The browser's databases, of which one that is about to be upgraded is first opened as it is. To whoever asks, opening
 * just takes longer. In: the browser's factory, and how a keeper is fetched for a database.
 */
export const guardUpgrades = (factory: IDBFactory, load: (name: string) => Promise<UpgradeKeeper>): IDBFactory =>
  ({
    open: (name: string, version?: number) =>
      version === undefined ? factory.open(name) : openGuarded(factory, name, version, () => load(name)),
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    cmp: (left: unknown, right: unknown) => factory.cmp(left, right),
    // Asked for by its absence where a browser has none.
    ...('databases' in factory && { databases: () => factory.databases() }),
  }) as IDBFactory;

function openGuarded(factory: IDBFactory, name: string, version: number, load: () => Promise<UpgradeKeeper>) {
  let current = factory.open(name, version);
  const handlers: Record<'onsuccess' | 'onerror' | 'onblocked' | 'onupgradeneeded', Handler> = {
    ...{ onsuccess: null, onerror: null, onblocked: null, onupgradeneeded: null },
  };
  const tell = (handler: keyof typeof handlers, event: unknown) => handlers[handler]?.(event as never);
  const fail = (error: unknown) =>
    tell('onerror', { target: { error }, preventDefault: () => undefined, stopPropagation: () => undefined });

  const follow = (request: IDBOpenDBRequest, keeper: UpgradeKeeper | undefined) => {
    let isHeldBack = false;
    let isUpgraded = false;
    request.onblocked = (event) => tell('onblocked', event);
    request.onupgradeneeded = (event) => {
      isHeldBack = event.oldVersion > 0 && keeper === undefined;
      isUpgraded = event.oldVersion > 0;
      if (isHeldBack) request.transaction?.abort();
      else tell('onupgradeneeded', event);
    };
    request.onerror = (event) => {
      if (!isHeldBack) return tell('onerror', event);
      event.preventDefault();
      return keepFirst().catch(fail);
    };
    request.onsuccess = (event) => {
      if (!isUpgraded || keeper === undefined) return tell('onsuccess', event);
      return keeper.settle(request.result).then(
        () => tell('onsuccess', event),
        (error: unknown) => {
          request.result.close();
          fail(error);
        },
      );
    };
  };
  const keepFirst = async () => {
    const keeper = await load();
    await keeper.keep();
    current = factory.open(name, version);
    follow(current, keeper);
  };
  follow(current, undefined);
  // What Dexie reads of a request, and sets on it.
  return Object.defineProperties(handlers, {
    result: { get: () => current.result },
    error: { get: () => current.error },
    transaction: { get: () => current.transaction },
    readyState: { get: () => current.readyState },
  }) as unknown as IDBOpenDBRequest;
}
