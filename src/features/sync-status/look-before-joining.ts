import type { Services } from '#features/services.ts';
import { type Joined, joinServer } from '#storage/join-server.ts';
import { type JoinedServer, readJoinedServer } from '#storage/joined-server.ts';
import { readOwnRows } from '#storage/own-rows.ts';
import { type JoiningPreview, previewJoining } from '#sync/preview-joining.ts';
import { readSession } from '#sync/read-session.ts';
import type { Wire } from '#sync/send-exchange.ts';

export type JoinLook =
  | { readonly kind: 'signed-out' | 'outdated' | 'away' }
  | { readonly kind: 'already-joined' | 'other-person'; readonly server: JoinedServer }
  | {
      readonly kind: 'ready';
      readonly server: Omit<JoinedServer, 'joinedAt'>;
      readonly preview: JoiningPreview;
      /** Whether there is anything on the device that is somebody's work. */
      readonly hasOwn: boolean;
    };

/** What joining would do, for whoever is signed in. Nothing is changed. */
export async function lookBeforeJoining({ db, newId }: Services, wire: Wire): Promise<JoinLook> {
  const [session, before] = await Promise.all([readSession(wire.fetch), readJoinedServer(db)]);
  if (session === undefined) return before ? { kind: 'already-joined', server: before } : { kind: 'away' };
  if (session.kind !== 'signed-in') return { kind: 'signed-out' };
  const { user, space } = session;
  if (before !== undefined) {
    const isSame = before.userId === user.id && before.spaceId === space.id;
    return { kind: isSame ? 'already-joined' : 'other-person', server: before };
  }
  const own = await readOwnRows(db);
  const previewed = await previewJoining(wire, { userId: user.id, dev: newId() }, own);
  if (previewed.kind !== 'previewed') return previewed;
  return {
    kind: 'ready',
    server: {
      spaceId: space.id,
      spaceName: space.name,
      userId: user.id,
      userName: user.name,
      leaseUntil: session.leaseUntil,
    },
    preview: previewed.preview,
    hasOwn: [...own.values()].some((rows) => rows.length > 0),
  };
}

/** Joins after a look. The exchange notices by itself, and begins. Throws `StorageFailure`; nothing is stored then. */
export const joinAfterLook = (
  { db, clock, newId }: Services,
  { server, preview }: Extract<JoinLook, { kind: 'ready' }>,
): Promise<Joined> =>
  joinServer(
    db,
    { server: { ...server, joinedAt: clock.now() }, dev: newId(), known: preview.known },
    { now: clock.now, newId },
  );
