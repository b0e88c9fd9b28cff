import type { Trouble } from '#sync/people-client.ts';
import type { Translate } from '#ui/words.ts';
import type { words } from './messages.ts';

/** What came instead of the answer, in words that say what to do. Seconds above a minute and a half are told as minutes. */
export function describeTrouble(t: Translate<keyof typeof words.sv>, trouble: Trouble): string {
  switch (trouble.kind) {
    case 'wait':
      return trouble.seconds > 90
        ? t('waitMinutes', { minutes: Math.ceil(trouble.seconds / 60) })
        : t('wait', { seconds: trouble.seconds });
    case 'password-unfit':
      return t(`unfit-${trouble.issue}`);
    case 'provider-refused':
      return t(`refused-${trouble.reason}`);
    case 'name-taken':
      return t('nameTaken');
    default:
      return t(trouble.kind);
  }
}

/** The same of a page that was only to be read: nothing was written that could be lost. */
export function describeReadTrouble(t: Translate<keyof typeof words.sv>, trouble: Trouble): string {
  const { kind } = trouble;
  return kind === 'away' || kind === 'busy' || kind === 'fault' ? t(`reading-${kind}`) : describeTrouble(t, trouble);
}
