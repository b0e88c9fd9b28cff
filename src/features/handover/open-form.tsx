import { type FormEvent, useState } from 'react';
import type { Handover } from '#domain/handover/handover.ts';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { CodeReader } from './code-reader.tsx';
import { words } from './messages.ts';
import { openHandover, type TakeTrouble } from './open-handover.ts';

interface OpenFormProps {
  readonly onOpened: (handover: Handover) => Promise<void>;
  readonly onTrouble: (trouble: TakeTrouble | undefined) => void;
}

/** What came: its bytes, and how it came. */
interface Came {
  readonly bytes: Uint8Array;
  readonly name: string | undefined;
}

export function OpenForm({ onOpened, onTrouble }: OpenFormProps) {
  const t = useWords(words);
  const [came, setCame] = useState<Came>();
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const chooseFile = async (file: File) => {
    onTrouble(undefined);
    const { largestRecordFile } = await import('#documents/read-record-file.ts');
    if (file.size > largestRecordFile) onTrouble('too-large');
    else setCame({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!came || code.trim() === '') return;
    onTrouble(undefined);
    setBusy(true);
    try {
      const opened = await openHandover(came.bytes, code);
      if (opened.kind === 'opened') await onOpened(opened.handover);
      else onTrouble(opened.trouble);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack readable gap="loose">
      <FileField label={t('file')} hint={t('fileHint')} onChoose={(file) => void chooseFile(file)} />
      <CodeReader
        onRead={(bytes) => {
          onTrouble(undefined);
          setCame({ bytes, name: undefined });
        }}
      />
      <div role="status">
        {came && (
          <Notice kind="done">{came.name === undefined ? t('gotCodes') : t('gotFile', { name: came.name })}</Notice>
        )}
      </div>
      {came && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack>
            <TextField
              label={t('code')}
              hint={t('codeHint')}
              autoCapitalize="characters"
              spellCheck={false}
              value={code}
              onChange={setCode}
              issue={isTried && code.trim() === '' ? t('codeRequired') : undefined}
            />
            <div>
              <Button kind="primary" type="submit" busy={isBusy}>
                {isBusy ? t('opening') : t('open')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
