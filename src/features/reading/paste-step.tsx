import { type SyntheticEvent, useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.ts';
import { FileDrop } from './file-drop.tsx';
import { words } from './messages.ts';
import styles from './reading.module.css';
import { useFindings } from './screened-fields.tsx';
import type { KeptReading, Reading } from './use-reading.ts';

/** Where a text comes in: pasted, or from a file. */
export function PasteStep({ kept, reading }: { readonly kept: KeptReading; readonly reading: Reading }) {
  const t = useWords(words);
  const [isEmpty, setEmpty] = useState(false);
  const { text, read } = kept;
  // Pointed out at once, and covered when it is saved: a signed text is read as it is. A long one is searched behind the typing.
  const found = useFindings(useDeferredValue(text), true);
  const isSame = read?.whole === text;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    if (isSame) reading.goTo('draft');
    else reading.read();
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {reading.restored && text !== '' && !isSame && <Notice kind="info">{t('restored')}</Notice>}
        <FileDrop onText={reading.type}>
          <div className={styles.paste}>
            <TextArea
              label={t('text')}
              hint={t('textHint')}
              rows={14}
              value={text}
              issue={isEmpty && text.trim() === '' ? t('emptyText') : undefined}
              warning={found.issue}
              onChange={reading.type}
            />
          </div>
        </FileDrop>
        {read && !isSame && text !== '' && <Notice kind="calm">{t('readAgainHint')}</Notice>}
        <Cluster gap="normal">
          <Button kind="primary" size="field" type="submit">
            {read === undefined ? t('read') : t(isSame ? 'toDraft' : 'readAgain')}
          </Button>
          {text !== '' && <span className={styles.quiet}>{t('characters', { count: text.length })}</span>}
        </Cluster>
        <p>
          <Link to={paths.newPromise()}>{t('otherWays')}</Link>
        </p>
      </Stack>
    </form>
  );
}
