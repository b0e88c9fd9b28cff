import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { Link } from 'react-router';
import { findPassphraseFault } from '#domain/passphrase/new-passphrase.ts';
import { NewPassphrase } from '#features/new-passphrase.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { beginClosing } from './begin-closing.ts';
import { words } from './messages.ts';

/** The way from rows in the clear to rows that are closed. */
export function CloseForm() {
  const t = useWords(words);
  const [isBegun, setIsBegun] = useState(false);
  if (isBegun) return <Form onCancel={() => setIsBegun(false)} />;
  return (
    <Stack>
      <p>{t('offText')}</p>
      <div>
        <Button onClick={() => setIsBegun(true)}>{t('offBegin')}</Button>
      </div>
    </Stack>
  );
}

function Form({ onCancel }: { readonly onCancel: () => void }) {
  const t = useWords(words);
  const { db } = useServices();
  const language = useLanguage();
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [isUnderstood, setIsUnderstood] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const close = useMutation({
    mutationFn: () => beginClosing(db, typed.passphrase, language),
    // Everything that this page has read was read in the clear.
    onSuccess: () => location.reload(),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (findPassphraseFault(typed) === undefined && isUnderstood) close.mutate();
  };
  if (close.isError)
    return (
      <Notice kind="fail" announce="alert" actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}>
        {t('closeFailed')}
      </Notice>
    );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Notice kind="warn" title={t('lossTitle')} actions={<Link to={paths.backup()}>{t('lossBackup')}</Link>}>
          {t('lossText')}
        </Notice>
        <NewPassphrase label={t('passphrase')} value={typed} onChange={setTyped} isTried={isTried} />
        <Checkbox
          label={t('understood')}
          checked={isUnderstood}
          onChange={setIsUnderstood}
          issue={isTried && !isUnderstood ? t('understoodIssue') : undefined}
        />
        <Cluster>
          <Button kind="primary" type="submit" busy={close.isPending}>
            {t('close')}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Cluster>
        <p role="status">{close.isPending && t('closing')}</p>
      </Stack>
    </form>
  );
}
