import { createContext, use, useSyncExternalStore } from 'react';
import { createTroubleSignal, type DatabaseTrouble } from './database-trouble.ts';

export const TroubleContext = createContext(createTroubleSignal());

export function useTrouble(): DatabaseTrouble {
  const signal = use(TroubleContext);
  return useSyncExternalStore(signal.subscribe, signal.read);
}
