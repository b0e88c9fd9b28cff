import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { wipeDevice } from '#storage/wipe-device.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { Here } from './queries.ts';

interface WipeSectionProps {
  readonly here: Here;
  readonly isClosed: boolean;
}

/** Everything goes, after telling what nobody else has (guard T21). */
export function WipeSection({ here, isClosed }: WipeSectionProps) {
  const t = useWords(words);
  const { db, sharing } = useServices();
  const [word, setWord] = useState('');
  const [state, setState] = useState<'wrong' | 'busy' | 'failed'>();
  const isShared = here.server !== undefined;
  const isAlone = !isShared && here.promises + here.logs > 0;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (word.trim().toLocaleUpperCase('sv') !== t('wipeWord')) return setState('wrong');
    setState('busy');
    try {
      await wipeDevice(db);
      // Nothing of what was read before may stay in memory.
      location.assign('/');
    } catch {
      setState('failed');
    }
  };
  return (
    <Section title={t('wipeTitle')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack>
          <p>{t('wipeText')}</p>
          <p>{t(isClosed ? 'wipeTracesClosed' : 'wipeTraces')}</p>
          {here.waiting > 0 && (
            <Notice kind="warn" actions={<Button onClick={sharing.exchangeNow}>{t('wipeShare')}</Button>}>
              {t('wipeWaiting', { count: here.waiting })}
            </Notice>
          )}
          {isAlone && (
            <Notice kind="warn" actions={<Link to={paths.backup()}>{t('wipeBackup')}</Link>}>
              {t('wipeAlone')}
            </Notice>
          )}
          <TextField
            label={t('wipeLabel')}
            // A word to be copied, which is kept nowhere.
            inputMode="text"
            autoCapitalize="characters"
            value={word}
            onChange={setWord}
            issue={state === 'wrong' ? t('wipeIssue') : undefined}
          />
          {state === 'failed' && (
            <Notice kind="fail" announce="alert">
              {t('failed')}
            </Notice>
          )}
          <Cluster>
            <Button kind="danger" type="submit" busy={state === 'busy'}>
              {t('wipe')}
            </Button>
          </Cluster>
        </Stack>
      </form>
    </Section>
  );
}
