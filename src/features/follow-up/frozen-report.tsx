import { useState } from 'react';
import type { Snapshot } from '#domain/records/follow-up.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow-up.module.css';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import { sumText } from './sum-text.ts';

interface FrozenReportProps {
  readonly records: FollowUpRecords;
  readonly snapshot: Snapshot;
}

/** The checksum that was signed, and the means to see that the report still has it. */
export function FrozenReport({ records: { frozen }, snapshot }: FrozenReportProps) {
  const t = useWords(words);
  const [outcome, setOutcome] = useState<'verified' | 'altered'>();
  const verify = async () => setOutcome((await sumText(frozen?.text ?? '')) === snapshot.hash ? 'verified' : 'altered');
  return (
    <Section level={3} title={t('checksum')}>
      <Stack>
        <p className={styles.checksum}>{snapshot.hash}</p>
        {frozen ? (
          <div>
            <Button onClick={() => void verify()}>{t('verify')}</Button>
          </div>
        ) : (
          <Notice kind="calm">{t('pagesMissing')}</Notice>
        )}
        {outcome && (
          <Notice kind={outcome === 'verified' ? 'done' : 'fail'} announce="status">
            {t(outcome)}
          </Notice>
        )}
      </Stack>
    </Section>
  );
}
