import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { type ArchiveCheck, checkArchive, saveArchive } from './archive-step.ts';
import { words } from './messages.ts';
import type { RetentionDesk } from './queries.ts';

interface ReadBackProps {
  readonly desk: RetentionDesk;
  /** The checksum of the file that the first person saved. */
  readonly expected?: string | undefined;
  /** Told the checksum of a whole package, and undefined when the file chosen is none. */
  readonly onChecked: (sha256: string | undefined) => void;
}

/** The step that cannot be skipped: saved, read back, compared. */
export function ArchivePart({ desk, onChecked }: ReadBackProps) {
  const t = useWords(words);
  const services = useServices();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  return (
    <Section id="arkivpaket" title={t('archive')}>
      <Stack readable>
        <p>{t('archiveHint')}</p>
        <div>
          <Button kind="primary" onClick={() => saveArchive(services, desk).catch(setFault)}>
            {t('saveArchive')}
          </Button>
        </div>
        <ReadBack desk={desk} onChecked={onChecked} />
      </Stack>
    </Section>
  );
}

/** Chooses the file and says what it is worth. */
export function ReadBack({ desk, expected, onChecked }: ReadBackProps) {
  const t = useWords(words);
  const [check, setCheck] = useState<ArchiveCheck>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const read = async (file: File) => {
    const found = await checkArchive(file, desk, expected);
    setCheck(found);
    onChecked(found.kind === 'whole' ? found.sha256 : undefined);
  };
  return (
    <>
      <FileField
        label={t('readBack')}
        hint={t('readBackHint')}
        accept=".zip,application/zip"
        onChoose={(file) => read(file).catch(setFault)}
      />
      <div role="status">
        {check?.kind === 'whole' && <Notice kind="done">{t('archiveWhole', { count: check.count })}</Notice>}
        {check?.kind === 'missing' && <Notice kind="fail">{t('archive-missing', { count: check.count })}</Notice>}
        {check && check.kind !== 'whole' && check.kind !== 'missing' && (
          <Notice kind="fail">{t(`archive-${check.kind}`)}</Notice>
        )}
      </div>
    </>
  );
}
