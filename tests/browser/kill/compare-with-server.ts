import type { Look } from '#tests/server/kill/check-contents.ts';

/**
 * Compares what a device has with what its server has. In: the device's logs, everything shared; a way to look into the
 * server's database. Out: one line for each log that is on one side only, or that had its effect twice.
 */
export async function compareWithServer(logs: readonly string[], look: Look): Promise<readonly string[]> {
  const records = (await look("SELECT id FROM record WHERE tbl = 'progressLogs'")) as readonly {
    readonly id: string;
  }[];
  const effects = (await look(
    "SELECT op ->> 'id' AS id, count(*)::int AS times FROM history WHERE op ->> 'tbl' = 'progressLogs' GROUP BY 1",
  )) as readonly { readonly id: string; readonly times: number }[];
  const [here, there] = [new Set(logs), new Set(records.map(({ id }) => id))];
  return [
    ...logs.filter((id) => !there.has(id)).map((id) => `The log ${id} is on the device and not on the server`),
    ...[...there].filter((id) => !here.has(id)).map((id) => `The log ${id} is on the server and not on the device`),
    ...effects.filter(({ times }) => times !== 1).map(({ id, times }) => `The log ${id} had its effect ${times} times`),
    ...(effects.length === logs.length ? [] : [`${effects.length} logs had an effect, ${logs.length} are there`]),
  ];
}
