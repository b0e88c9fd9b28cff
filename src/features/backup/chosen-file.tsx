import { type ReactNode, useState } from 'react';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { type ChosenBackup, type ReadyBackup, readChosen } from './read-chosen.ts';
import { restoreWords } from './restore-messages.ts';

type Choosing =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'sealed'; readonly file: File; readonly isWrong: boolean }
  | { readonly kind: 'refused'; readonly file: File; readonly refusal: Extract<ChosenBackup, { kind: 'refused' }> };

interface ChosenFileProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly onReady: (backup: ReadyBackup) => void;
}

/** A file is chosen or dropped, opened with its passphrase where it has one, and read and checked as a whole. */
export function ChosenFile({ label, hint, onReady }: ChosenFileProps) {
  const t = useWords(restoreWords);
  const services = useServices();
  const [state, setState] = useState<Choosing>({ kind: 'none' });
  const read = async (file: File, passphrase?: string) => {
    setState({ kind: 'reading' });
    const chosen = await readChosen(services, file, passphrase);
    if (chosen.kind === 'ready') {
      setState({ kind: 'none' });
      onReady(chosen);
    } else if (chosen.kind === 'sealed') setState({ kind: 'sealed', file, isWrong: false });
    else if (chosen.why === 'wrong-passphrase') setState({ kind: 'sealed', file, isWrong: true });
    else setState({ kind: 'refused', file, refusal: chosen });
  };
  return (
    <Stack>
      {state.kind !== 'sealed' && <FileField label={label} hint={hint} onChoose={(file) => void read(file)} />}
      <div role="status">{state.kind === 'reading' && <Notice kind="calm">{t('reading')}</Notice>}</div>
      {state.kind === 'sealed' && (
        <Unlock
          name={state.file.name}
          isWrong={state.isWrong}
          onPassphrase={(passphrase) => void read(state.file, passphrase)}
          onCancel={() => setState({ kind: 'none' })}
        />
      )}
      {state.kind === 'refused' && (
        <Notice kind="fail" announce="alert" title={t('refusedTitle', { name: state.file.name })}>
          <p>{t(`why-${state.refusal.why}`)}</p>
          {state.refusal.place && <p>{t('place', { place: state.refusal.place })}</p>}
        </Notice>
      )}
    </Stack>
  );
}

interface UnlockProps {
  readonly name: string;
  readonly isWrong: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onCancel: () => void;
}

function Unlock({ name, isWrong, onPassphrase, onCancel }: UnlockProps) {
  const t = useWords(restoreWords);
  const [typed, setTyped] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') onPassphrase(typed);
      }}
    >
      <Stack>
        <p>{name}</p>
        <TextField
          type="password"
          label={t('locked')}
          issue={isWrong ? t('why-wrong-passphrase') : undefined}
          value={typed}
          onChange={setTyped}
        />
        <Cluster>
          <Button kind="primary" type="submit">
            {t('unlock')}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Cluster>
      </Stack>
    </form>
  );
}
