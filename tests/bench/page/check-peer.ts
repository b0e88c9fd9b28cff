/** No time counts of a peer that did nothing: what it says is compared with what lies here and on the server. */

export function expectCount(where: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${where}: ${found} rows in place of ${wanted}`);
}

const patience = 60_000;

/** Rejects where a change does not come, which would else be waited for without an end. */
export function expectSoon<T>(what: string, awaited: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const waiting = setTimeout(() => reject(new Error(`${what} did not come in ${patience} ms`)), patience);
    awaited.then(resolve, reject).then(() => clearTimeout(waiting));
  });
}

export async function send(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}
