import { toCutoff, trimLog } from '#server/access-log/trim-log.ts';
import type { ChainFault, ChainReport } from '#server/access-log/verify-chain.ts';
import { readAnchor, verifyChain } from '#server/access-log/verify-chain.ts';
import { listSpaces } from '#server/database/list-spaces.ts';
import { messages } from '#server/messages.ts';
import { connectOwner } from './connect-owner.ts';
import { describeRefusal } from './describe-refusal.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import type { Configuration } from './read-configuration.ts';
import { readDatabase } from './read-database.ts';
import { type CommandResult, toOptions } from './run-command.ts';

/**
 * Checks the log of every tenant, row by row (guard T19). In: what the environment says, this program, and anchors as the
 * process told them once a day. Out: done where each chain is as it was written; else which rows are not.
 */
export async function verifyLog(
  configuration: Configuration,
  script: string,
  anchors: readonly string[],
): Promise<CommandResult> {
  const wrong = anchors.find((text) => readAnchor(text) === undefined);
  if (wrong !== undefined) return { kind: 'refused', sentence: messages.anchorWrong(wrong) };
  const told = anchors.flatMap((text) => readAnchor(text) ?? []);
  return await readDatabase(configuration, script, async (database) => {
    const reports: ChainReport[] = [];
    for (const spaceId of await database.outsideSpaces(listSpaces)) {
      reports.push(await verifyChain(database, spaceId, told));
    }
    const isWhole = reports.every(({ faults }) => faults.length === 0);
    const rows = reports.reduce((sum, report) => sum + report.rows, 0);
    const lines = [...reports.flatMap(describe), isWhole ? messages.chainWhole(rows) : messages.chainBroken];
    return { kind: isWhole ? 'done' : 'refused', sentence: lines.join('\n') };
  });
}

const describe = ({ spaceId, faults, restores }: ChainReport): readonly string[] => [
  ...faults.map((fault) => describeFault(spaceId, fault)),
  ...restores.map(({ n, since, at }) => messages.chainRestored(spaceId, n, toMinute(since), toMinute(at))),
];

function describeFault(spaceId: string, { kind, n }: ChainFault): string {
  if (kind === 'altered') return messages.chainAltered(spaceId, n);
  return kind === 'missing' ? messages.chainMissing(spaceId, n) : messages.chainNotAsTold(spaceId, n);
}

const toMinute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/**
 * Takes away what is older than the log is kept, as the owner. Embedded it is done at every start, too. In: what the
 * environment says, and this program.
 */
export async function trim(configuration: Configuration, script: string): Promise<CommandResult> {
  const { backend, ownerUrl, logMonths: months } = configuration;
  const now = Date.now();
  const cutoff = toCutoff(now, months);
  if (backend === 'postgres') {
    if (ownerUrl === undefined) return { kind: 'refused', sentence: messages.trimOwner };
    return { kind: 'done', sentence: messages.trimmed(await trimAsOwner(ownerUrl, cutoff, now), months) };
  }
  const opening = await openEmbeddedDatabase(toOptions(configuration, script));
  if (opening.kind !== 'open') return { kind: 'refused', sentence: describeRefusal(opening, configuration.dataFolder) };
  const { owner, close } = opening.embedded;
  const count = await trimLog(owner, cutoff, now).finally(close);
  return { kind: 'done', sentence: messages.trimmed(count, months) };
}

/** On PostgreSQL. In: the owner's address, the moment before which rows go, and now. Out: how many went. */
export async function trimAsOwner(ownerUrl: string, cutoff: number, now: number): Promise<number> {
  const owner = connectOwner(ownerUrl);
  try {
    return await trimLog(owner, cutoff, now);
  } finally {
    await owner.destroy();
  }
}
