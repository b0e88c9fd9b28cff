/** Runs in a page: from now on its browser lets nobody open the database at a version, as when its files are damaged. */
export const breakOpening = () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
    if (version === undefined || name !== 'lofteskollen') return open.call(this, name, version);
    const request = { onerror: (_event: unknown) => undefined };
    const event = { target: { error: new DOMException('broken', 'UnknownError') }, preventDefault: () => undefined };
    setTimeout(() => request.onerror(event));
    return request as unknown as IDBOpenDBRequest;
  };
};
