import { useDeferredValue, useState } from 'react';
import { screenText } from '#domain/screening/screen-text.ts';
import { findingMessage } from '#domain/wording/finding-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.ts';
import type { Source } from './import-state.ts';
import { words } from './messages.ts';
import { readFile, readPaste, type SourceResult } from './read-source.ts';
import { StepFrame } from './step-frame.tsx';

interface SourceStepProps {
  readonly focus: boolean;
  readonly onRead: (source: Source) => void;
}

/** A file, or cells from the clipboard. */
export function SourceStep({ focus, onRead }: SourceStepProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const [pasted, setPasted] = useState('');
  // Pointed out at once; what becomes of such rows is asked in a later step. A long table is searched behind the typing.
  const block = screenText(useDeferredValue(pasted), { today: clock.today() }).find(
    ({ severity }) => severity === 'block',
  );
  const warning = block && `”${block.match}”: ${findingMessage(block, language)}`;
  const [isReading, setReading] = useState(false);
  const [issue, setIssue] = useState<{ readonly at: 'file' | 'paste'; readonly text: string }>();
  const take = (at: 'file' | 'paste', result: SourceResult) => {
    if (result.kind === 'read') onRead(result.source);
    else if (result.kind === 'refused') setIssue({ at, text: result.why });
    else setIssue({ at, text: t(result.kind === 'empty' ? 'sourceEmpty' : 'sourceTooMuch') });
  };
  const choose = async (file: File) => {
    setIssue(undefined);
    setReading(true);
    try {
      take('file', await readFile(file, language));
    } finally {
      setReading(false);
    }
  };
  return (
    <StepFrame step="source" title={t('source')} focus={focus}>
      <Stack readable gap="loose">
        <FileField
          label={t('file')}
          hint={t('fileHint')}
          accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          issue={issue?.at === 'file' ? issue.text : undefined}
          onChoose={(file) => void choose(file)}
        />
        <div role="status">{isReading && <Notice kind="calm">{t('reading')}</Notice>}</div>
        <Stack>
          <TextArea
            label={t('paste')}
            hint={t('pasteHint')}
            rows={5}
            wrap="off"
            spellCheck={false}
            issue={issue?.at === 'paste' ? issue.text : undefined}
            warning={warning}
            value={pasted}
            onChange={(text) => {
              setIssue(undefined);
              setPasted(text);
            }}
          />
          <div>
            <Button onClick={() => take('paste', readPaste(pasted, t('pasted')))}>{t('readPaste')}</Button>
          </div>
        </Stack>
        <Notice kind="info">{t('persons')}</Notice>
      </Stack>
    </StepFrame>
  );
}
