import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Translate } from '#ui/words.ts';
import type { words } from './messages.ts';

/** The municipalities by name, or that none is stated: one of the real promises never names any. */
export const describeMunicipalities = (
  { municipalities }: Pick<CitizenPromise, 'municipalities'>,
  t: Translate<keyof typeof words.sv>,
): string => municipalities.map(({ name }) => name).join(', ') || t('noMunicipality');
