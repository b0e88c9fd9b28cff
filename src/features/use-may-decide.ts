import { useQuery } from '@tanstack/react-query';
import { toPromiseId } from '#domain/delivery/scope-key.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';
import { useServices } from './services.ts';
import { useSettings } from './use-settings.ts';

/**
 * Whether this device's person takes part in what a promise's parties do, or only reads: what a reader may not do is not
 * offered. With a server the role there decides, without one the profile that was chosen on the device.
 */
export function useMayDecide(promiseId: string): boolean {
  const { db } = useServices();
  const { profile } = useSettings();
  const { data: role } = useQuery({
    queryKey: ['meta', 'role', promiseId],
    queryFn: async () => {
      const meta = await readDeviceMeta(db);
      const scopes = meta ? Object.entries(meta.scopes) : [];
      return scopes.find(([key]) => toPromiseId(key) === promiseId)?.[1].role ?? null;
    },
    meta: { tables: ['meta'] },
  });
  return (role ?? profile?.role) !== 'reader';
}
