import type { Refused } from './refusal.ts';

export type TextReading = { readonly kind: 'text'; readonly text: string } | Refused;
