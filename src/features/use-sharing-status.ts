import { useSyncExternalStore } from 'react';
import { type SharingStatus, useServices } from './services.ts';

/** How sharing stands, live; `alone` while no server is joined. */
export function useSharingStatus(): SharingStatus {
  const { sharing } = useServices();
  return useSyncExternalStore(sharing.subscribe, sharing.getStatus);
}
