import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useServices } from '#features/services.ts';
import { readJoinedServer } from '#storage/joined-server.ts';
import { readPromises } from '#storage/promises.ts';
import { countSharing, type SharingCounts } from '#storage/waiting-work.ts';
import { readSession } from '#sync/read-session.ts';
import { readStatus } from '#sync/read-status.ts';
import { peopleClient } from './client.ts';

/** What is asked of a server is asked again whenever a page comes: somebody else may have changed it. */
const fresh = { staleTime: 0, gcTime: 0 } as const;
const peopleKey = ['server', 'people'] as const;
const invitationsKey = ['server', 'invitations'] as const;
const sessionKey = ['server', 'session'] as const;

/** Whether this app was handed out by a server that shares; `null` when nobody answers. */
export const useBackend = () =>
  useQuery({
    queryKey: ['server', 'status'],
    queryFn: async () => (await readStatus(fetch))?.backend ?? null,
    ...fresh,
  });

/** Who is signed in; `null` when nobody answers. */
export const useSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: async () => (await readSession(fetch)) ?? null, ...fresh });

/** What a link is for. In: its secret; without one nothing is asked. */
export const useLinkPreview = (token: string | undefined) =>
  useQuery({
    queryKey: ['server', 'link', token],
    queryFn: () => peopleClient.previewLink(token ?? ''),
    enabled: token !== undefined,
    ...fresh,
  });

export const usePeople = () => useQuery({ queryKey: peopleKey, queryFn: peopleClient.readPeople, ...fresh });

export const useInvitations = () =>
  useQuery({ queryKey: invitationsKey, queryFn: peopleClient.readInvitations, ...fresh });

/** Asks again who there is and who is invited, after something was changed. */
export function useAskAgain() {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: peopleKey });
    await queryClient.invalidateQueries({ queryKey: invitationsKey });
  };
}

/** Forgets whom the page believed to be signed in. */
export function useForgetSession() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: sessionKey });
}

/** What lies on a device that this person shares from. */
export type OwnDevice = Pick<SharingCounts, 'waiting' | 'undecided'>;

/** What nobody but this device has, live; null where the device is used alone, or somebody else shares from it. */
export function useOwnDevice(userId: string) {
  const { db } = useServices();
  return useQuery({
    queryKey: ['outbox', 'own-device', userId],
    queryFn: async (): Promise<OwnDevice | null> => {
      const [server, counts] = await Promise.all([readJoinedServer(db), countSharing(db)]);
      return server?.userId === userId && counts ? counts : null;
    },
    meta: { tables: ['box', 'meta'] },
  });
}

/** Titles of the promises on this device, by id. */
export function usePromiseTitles() {
  const { db } = useServices();
  return useQuery({
    queryKey: ['promises', 'titles'],
    queryFn: async () => new Map((await readPromises(db)).map(({ id, title }) => [id, title])),
  });
}
