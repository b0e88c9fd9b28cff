import { createContext } from 'react';
import { createTroubleSignal } from './database-trouble.ts';

export const TroubleContext = createContext(createTroubleSignal());
