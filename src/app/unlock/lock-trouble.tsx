import { QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { newId } from '#app/new-id.ts';
import { createQueryClient } from '#app/query-client.ts';
import { systemClock } from '#app/system-clock.ts';
import { aloneSharing, type Services, ServicesContext } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import styles from './unlock.module.css';

// Most people never see it.
const RecoveryPage = lazy(async () => ({ default: (await import('#app/recovery-page.tsx')).RecoveryPage }));

const appVersion: Services['appVersion'] = {
  subscribe: () => () => undefined,
  getState: () => 'unsupported',
  applyUpdate: () => undefined,
};
const queryClient = createQueryClient();

interface LockTroubleProps {
  readonly db: Database;
  readonly kind: 'silent' | 'failed';
}

/** In place of the question for the passphrase, on a closed device whose database does not say what its lock is. */
export function LockTrouble({ db, kind }: LockTroubleProps) {
  const services: Services = { db, clock: systemClock, newId, appVersion, sharing: aloneSharing };
  return (
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={services}>
        <main className={styles.page}>
          <RecoveryPage kind={kind} />
        </main>
      </ServicesContext>
    </QueryClientProvider>
  );
}
