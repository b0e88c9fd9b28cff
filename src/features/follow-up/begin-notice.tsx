import { useMayDecide } from '#features/use-may-decide.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import { useBeginning } from './use-beginning.ts';

interface BeginNoticeProps {
  readonly records: FollowUpRecords;
  /** What cannot be done before it has begun. */
  readonly text: string;
  /** The part of the page to go on with. */
  readonly part: string;
}

/** A planned follow-up is nothing but its days until somebody begins it. */
export function BeginNotice({ records, text, part }: BeginNoticeProps) {
  const t = useWords(words);
  const begin = useBeginning(records);
  const mayDecide = useMayDecide(records.overview.promise.id);
  return (
    <Notice
      kind="calm"
      actions={
        mayDecide && (
          <Button kind="primary" onClick={() => void begin(records.followUp, part)}>
            {t('begin')}
          </Button>
        )
      }
    >
      {mayDecide ? text : t('readerNotBegun')}
    </Notice>
  );
}
