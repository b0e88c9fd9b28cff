import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readPromises } from '#storage/promises.ts';
import { createPeopleClient, type LogPage, type Trouble } from '#sync/people-client.ts';
import { readSession } from '#sync/read-session.ts';

const client = createPeopleClient((...request) => fetch(...request));
const fresh = { staleTime: 0, gcTime: 0 } as const;

/** What is looked for. Days as `YYYY-MM-DD`; empty texts where nothing was chosen. */
export interface LogSearch {
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

export const noSearch: LogSearch = { person: '', from: '', to: '' };

/** Thrown so that the query has failed; what happened is told by the page. */
class LogTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

/** What came instead of the log. In: an error of the query below. */
export const findTrouble = (error: Error | null): Trouble | undefined => {
  if (error === null) return undefined;
  return error instanceof LogTrouble ? error.trouble : { kind: 'away' };
};

const dayLength = 86_400_000;
/** Midnight where the person is. In: a day. */
const toMoment = (day: string, added: number): number | undefined =>
  day === '' ? undefined : Date.parse(`${day}T00:00`) + added;

/** The log, page by page, the newest first. Each page that is asked for is a row of the log. */
export const useAccessLog = ({ person, from, to }: LogSearch) =>
  useInfiniteQuery({
    queryKey: ['server', 'log', person, from, to],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam: before }): Promise<LogPage> => {
      const asked = await client.readLog({
        person: person || undefined,
        ...{ from: toMoment(from, 0), to: toMoment(to, dayLength), before },
      });
      if (asked.kind === 'failed') throw new LogTrouble(asked.trouble);
      return asked.answer;
    },
    getNextPageParam: ({ more, entries }) => (more ? entries.at(-1)?.n : undefined),
    ...fresh,
  });

/** The space that somebody is signed in to; an empty text while nobody knows. */
export const useSpaceId = () =>
  useQuery({
    queryKey: ['server', 'log-space'],
    queryFn: async () => {
      const session = await readSession(fetch);
      return session?.kind === 'signed-in' ? session.space.id : '';
    },
    ...fresh,
  });

/** Titles of the promises on this device, by id. */
export function useTitles() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['promises', 'titles'],
    queryFn: async () => new Map((await readPromises(db)).map(({ id, title }) => [id, title])),
  });
}
