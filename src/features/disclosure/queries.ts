import { useQuery } from '@tanstack/react-query';
import { type DisclosureItem, toCommentItem, toLogItem, toMeetingItem } from '#domain/disclosure/disclosure-item.ts';
import { useServices } from '#features/services.ts';
import type { Database, Row } from '#storage/database.ts';
import { type Disclosed, listDisclosed } from '#storage/disclosures.ts';
import { listPromiseLogs } from '#storage/many-logs.ts';
import { readPromises } from '#storage/promises.ts';

export interface DisclosureDesk {
  readonly promises: readonly Row<'promises'>[];
  readonly disclosed: readonly Disclosed[];
}

export function useDisclosureDesk() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['promises', 'disclosure'],
    queryFn: async (): Promise<DisclosureDesk> => ({
      promises: await readPromises(db),
      disclosed: await listDisclosed(db),
    }),
    meta: { tables: ['meta'] },
  });
}

/** The same as {@link readItems}, where a draft names some of them from before. */
export function useItems(promises: readonly Row<'promises'>[], isWanted: boolean) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['progressLogs', 'disclosure', promises.length],
    queryFn: () => readItems(db, promises),
    enabled: isWanted,
  });
}

/** Everything of some promises that may be handed out. Reads every log of them: asked for by a button. */
export async function readItems(
  db: Database,
  promises: readonly Row<'promises'>[],
): Promise<readonly DisclosureItem[]> {
  const read = await Promise.all(promises.map((promise) => readPromiseItems(db, promise)));
  return read.flat();
}

async function readPromiseItems(db: Database, promise: Row<'promises'>): Promise<readonly DisclosureItem[]> {
  const own = { promiseId: promise.id };
  const [activities, logs, comments, meetings] = await Promise.all([
    db.activities.where(own).toArray(),
    listPromiseLogs(db, promise.id),
    db.comments.where(own).toArray(),
    db.meetings.where(own).toArray(),
  ]);
  const surroundings = { promise, activities: new Map(activities.map((activity) => [activity.id, activity])) };
  return [
    ...logs.map((log) => toLogItem(log, surroundings)),
    ...comments.filter(isThere).map((comment) => toCommentItem(comment, surroundings)),
    ...meetings.filter(isThere).map((meeting) => toMeetingItem(meeting, surroundings)),
  ];
}

const isThere = ({ deletedAt }: { readonly deletedAt?: unknown }): boolean => deletedAt === undefined;
