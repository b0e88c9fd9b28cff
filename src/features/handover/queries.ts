import { useQuery } from '@tanstack/react-query';
import { mayBeIn } from '#domain/disclosure/protection.ts';
import { useServices } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { type HandoverDevice, type Partners, readHandoverDevice, readNotes } from '#storage/handover-notes.ts';
import { readJoinedServer } from '#storage/joined-server.ts';

export interface HandoverGround {
  readonly isJoined: boolean;
  readonly promises: readonly { readonly id: string; readonly title: string }[];
  /** Whether something is here that is never handed over. */
  readonly hasProtected: boolean;
  readonly device: HandoverDevice | undefined;
  readonly partners: Partners;
}

async function readGround(db: Database): Promise<HandoverGround> {
  const [joined, promises, device, { partners }] = await Promise.all([
    readJoinedServer(db),
    db.promises.filter(({ example, deletedAt }) => example === undefined && deletedAt === undefined).toArray(),
    readHandoverDevice(db),
    readNotes(db),
  ]);
  return {
    isJoined: joined !== undefined,
    promises: promises.filter((promise) => mayBeIn(promise, 'handover')).map(({ id, title }) => ({ id, title })),
    hasProtected: promises.some((promise) => !mayBeIn(promise, 'handover')),
    device,
    partners,
  };
}

/** What can be handed over, by what device and to whom. Key by the table whose rows it shows. */
export function useHandoverGround() {
  const { db } = useServices();
  return useQuery({ queryKey: ['promises', 'handover'], queryFn: () => readGround(db) });
}
