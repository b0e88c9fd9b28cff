import { useEffect, useRef, useState } from 'react';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { downloadFile } from '#ui/download-file.ts';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { CodeRow } from './code-row.tsx';
import styles from './handover.module.css';
import { words } from './messages.ts';
import { type PreparedHandover, sealHandover } from './prepare-handover.ts';

interface GivenProps {
  readonly prepared: Extract<PreparedHandover, { kind: 'prepared' }>;
  readonly onLeave: () => void;
}

/** What goes, its code, and the two ways of carrying it. */
export function Given({ prepared, onLeave }: GivenProps) {
  const t = useWords(words);
  const services = useServices();
  const [state, setState] = useState<'working' | 'saved' | 'too-large' | 'ready'>('ready');
  const [frames, setFrames] = useState<readonly string[]>();
  const { handover, receiver, code } = prepared;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const saveFile = async () => {
    setState('working');
    const bytes = await sealHandover(services, prepared, false);
    downloadFile(`lofteskollen-lamning-${services.clock.today()}.loften`, new Blob([bytes]));
    setState('saved');
  };
  const showCodes = async () => {
    setState('working');
    const bytes = await sealHandover(services, prepared, true);
    const { toFrames } = await import('#documents/qr-frames.ts');
    const made = toFrames(bytes);
    setFrames(made);
    setState(made ? 'ready' : 'too-large');
  };
  return (
    <Stack gap="loose">
      <h3 ref={heading} tabIndex={-1}>
        {t('goesTitle')}
      </h3>
      <WhatGoes prepared={prepared} />
      {handover.actions.length > 0 && (
        <>
          <Notice kind="warn">{t('everythingGoes')}</Notice>
          <div>
            <h3>{t('codeTitle')}</h3>
            <p className={styles.code} translate="no">
              {code}
            </p>
            <p>{t('codeText')}</p>
          </div>
        </>
      )}
      <Cluster>
        {handover.actions.length > 0 && (
          <>
            <Button kind="primary" busy={state === 'working'} onClick={() => void saveFile()}>
              {t('saveFile')}
            </Button>
            <Button busy={state === 'working'} onClick={() => void showCodes()}>
              {t('showCodes')}
            </Button>
          </>
        )}
        <Button kind="quiet" onClick={onLeave}>
          {state === 'saved' || frames ? t('done') : t('change')}
        </Button>
      </Cluster>
      <div role="status">
        {state === 'working' && <p>{t('working')}</p>}
        {state === 'saved' && <Notice kind="done">{t('fileSaved', { name: receiver })}</Notice>}
        {state === 'too-large' && <Notice kind="warn">{t('tooLarge')}</Notice>}
      </div>
      {frames && <CodeRow frames={frames} />}
    </Stack>
  );
}

function WhatGoes({ prepared: { handover, receiver, count } }: Pick<GivenProps, 'prepared'>) {
  const t = useWords(words);
  const language = useLanguage();
  if (handover.actions.length === 0) return <Notice kind="info">{t('nothingNew', { name: receiver })}</Notice>;
  const [from, to] = count.days ?? [];
  const days =
    from !== undefined && to !== undefined
      ? t('days', { from: formatDateWithYear(from, language), to: formatDateWithYear(to, language) })
      : t('none');
  return (
    <DefinitionList
      items={[
        { key: 'promises', term: t('promisesRow'), value: handover.promises.map(({ title }) => title).join(', ') },
        { key: 'logs', term: t('logsRow'), value: count.logs },
        { key: 'days', term: t('daysRow'), value: days },
        { key: 'others', term: t('othersRow'), value: count.others },
      ]}
    />
  );
}
