import { type SyntheticEvent, useState } from 'react';
import { askPasskey } from '#features/protection/passkey.ts';
import type { Database } from '#storage/database.ts';
import { type DeviceLock, type Proof, unlockDevice } from '#storage/device-lock.ts';
import { wipeDevice } from '#storage/wipe-device.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import styles from './unlock.module.css';
import { unlockWords } from './unlock-messages.ts';

interface UnlockPageProps {
  readonly db: Database;
  readonly lock: DeviceLock;
  readonly onUnlocked: () => void;
}

type Trouble = 'missing' | 'wrong' | 'passkeyFailed' | 'failed';

/** In place of everything while the device is locked. */
export function UnlockPage({ db, lock, onUnlocked }: UnlockPageProps) {
  const t = useWords(unlockWords);
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const passkeys = lock.ways.filter((way) => way.kind === 'passkey');

  const unlock = async (prove: () => Promise<Proof | undefined>, otherwise: Trouble) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const proof = await prove();
      if (proof !== undefined && (await unlockDevice(lock, proof))) return onUnlocked();
      setTrouble(otherwise);
    } catch {
      setTrouble('failed');
    }
    setBusy(false);
  };

  return (
    <main className={styles.page}>
      <title>{t('pageTitle')}</title>
      <PageHeader title={t('title')} lead={<p>{t('text')}</p>} />
      <Stack gap="loose">
        {passkeys.length > 0 && (
          <div>
            <Button
              kind="primary"
              size="field"
              busy={busy}
              onClick={() => void unlock(() => askPasskey(passkeys), 'passkeyFailed')}
            >
              {t('passkey')}
            </Button>
          </div>
        )}
        <PassphraseForm
          isMain={passkeys.length === 0}
          busy={busy}
          trouble={trouble}
          onTrouble={setTrouble}
          onTyped={(passphrase) => void unlock(async () => ({ kind: 'passphrase', passphrase }), 'wrong')}
        />
        {(trouble === 'failed' || trouble === 'passkeyFailed') && (
          <Notice kind="fail" announce="alert">
            {t(trouble)}
          </Notice>
        )}
        <Disclosure summary={t('forgotten')}>
          <Forgotten db={db} />
        </Disclosure>
      </Stack>
    </main>
  );
}

interface PassphraseFormProps {
  readonly isMain: boolean;
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onTyped: (passphrase: string) => void;
}

function PassphraseForm({ isMain, busy, trouble, onTrouble, onTyped }: PassphraseFormProps) {
  const t = useWords(unlockWords);
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setIsShown] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (passphrase.trim() === '') onTrouble('missing');
    else onTyped(passphrase);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <TextField
          label={t('passphrase')}
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          size="field"
          value={passphrase}
          onChange={setPassphrase}
          issue={trouble === 'missing' || trouble === 'wrong' ? t(trouble) : undefined}
        />
        <Checkbox label={t('show')} checked={isShown} onChange={setIsShown} />
        <div>
          <Button kind={isMain ? 'primary' : 'secondary'} size="field" type="submit" busy={busy}>
            {t('unlock')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** The only other way out, by a typed word. */
function Forgotten({ db }: { readonly db: Database }) {
  const t = useWords(unlockWords);
  const [word, setWord] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const wipe = async () => {
    if (word.trim().toLocaleUpperCase('sv') !== t('wipeWord')) return setIsWrong(true);
    await wipeDevice(db);
    location.assign('/');
  };
  return (
    <Stack>
      <p>{t('forgottenText')}</p>
      <TextField
        label={t('wipeLabel')}
        autoCapitalize="characters"
        value={word}
        onChange={setWord}
        issue={isWrong ? t('wipeIssue') : undefined}
      />
      <div>
        <Button kind="danger" onClick={() => void wipe()}>
          {t('wipe')}
        </Button>
      </div>
    </Stack>
  );
}
