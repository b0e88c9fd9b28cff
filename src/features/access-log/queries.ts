import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { useServices } from '#features/services.ts';
import { readPromises } from '#storage/promises.ts';
import { type AccessReport, createPeopleClient, type LogPage, type Trouble } from '#sync/people-client.ts';
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
export const toMoment = (day: Day): number => Date.parse(`${day}T00:00`);
const toOptionalMoment = (day: string, added: number) => (day === '' ? undefined : toMoment(day) + added);

/** The log, page by page, the newest first. Each page that is asked for is a row of the log. */
export const useAccessLog = ({ person, from, to }: LogSearch) =>
  useInfiniteQuery({
    queryKey: ['server', 'log', person, from, to],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam: before }): Promise<LogPage> => {
      const asked = await client.readLog({
        person: person || undefined,
        ...{ from: toOptionalMoment(from, 0), to: toOptionalMoment(to, dayLength), before },
      });
      if (asked.kind === 'failed') throw new LogTrouble(asked.trouble);
      return asked.answer;
    },
    getNextPageParam: ({ more, entries }) => (more ? entries.at(-1)?.n : undefined),
    ...fresh,
  });

/** How often each account did what. In: the first day and the last. Each time that it is asked for is a row of the log. */
export const useAccessReport = (from: Day, to: Day) =>
  useQuery({
    queryKey: ['server', 'log-report', from, to],
    queryFn: async (): Promise<AccessReport> => {
      const asked = await client.readAccessReport({ from: toMoment(from), to: toMoment(addDays(to, 1)) });
      if (asked.kind === 'failed') throw new LogTrouble(asked.trouble);
      return asked.answer;
    },
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
