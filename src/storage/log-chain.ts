import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Database } from './database.ts';
import { getLog, getLogs, type LogRow } from './log-rows.ts';

/** Logs by id with everything that has replaced them since: enough to find which of them stands. */
export type LogChain = Map<string, StandingLog>;

/** Reads logs and what replaced them, a round of reads for each link and not for each log. */
export async function readChain(db: Database, logIds: readonly string[]): Promise<LogChain> {
  const chain: LogChain = new Map();
  for (let ids = logIds; ids.length > 0; ) {
    const logs = (await getLogs(db, ids)).filter((log) => log !== undefined);
    for (const log of logs) chain.set(log.id, log);
    ids = logs.flatMap((log) => log.replacedBy ?? []).filter((id) => !chain.has(id));
  }
  return chain;
}

/** The log that stands where the named one stood. An unknown one stands for itself. */
export function findStanding(chain: ReadonlyMap<string, StandingLog>, logId: string): string {
  const next = chain.get(logId)?.replacedBy;
  return next === undefined ? logId : findStanding(chain, next);
}

/** A log with everything it has been: from the first entry through the one that stands. Any log of it may be asked for. */
export async function readLogChain(db: Database, id: string): Promise<readonly LogRow[]> {
  const chain: LogRow[] = [];
  for (let log = await getLog(db, id); log; log = log.corrects ? await getLog(db, log.corrects) : undefined) {
    chain.unshift(log);
  }
  for (let next = chain.at(-1)?.replacedBy; next !== undefined; next = chain.at(-1)?.replacedBy) {
    const log = await getLog(db, next);
    if (!log) break;
    chain.push(log);
  }
  return chain;
}
