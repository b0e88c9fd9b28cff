import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { downloadFile } from '#ui/download-file.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { peopleClient } from './client.ts';
import { words } from './messages.ts';
import { useSending } from './use-sending.ts';

/** All that the server stores about who is signed in, as a file of their own (guard P10). */
export function OwnExtract() {
  const t = useWords(words);
  const { send, failure, busy } = useSending<never>();
  const [isSaved, setIsSaved] = useState(false);
  const save = async () => {
    setIsSaved(false);
    const extract = await send({ found: {}, ask: peopleClient.readExtract });
    if (extract === undefined) return;
    const content = new Blob([JSON.stringify(extract, null, 2)], { type: 'application/json' });
    downloadFile('mina-uppgifter.json', content);
    setIsSaved(true);
  };
  return (
    <Section title={t('extractTitle')}>
      <Stack readable>
        <p>{t('extractText')}</p>
        <div>
          <Button onClick={() => void save()} disabled={busy}>
            <ToolIcon name="download" />
            {t('extractSave')}
          </Button>
        </div>
        {failure && (
          <Notice kind="fail" announce="alert">
            {failure}
          </Notice>
        )}
        {isSaved && (
          <Notice kind="done" announce="status">
            {t('extractSaved')}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
