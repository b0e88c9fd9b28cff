import { useEffect, useRef, useState } from 'react';
import type { Handover } from '#domain/handover/handover.ts';
import { useServices } from '#features/services.ts';
import type { HandoverPreview } from '#storage/take-handover.ts';
import { type GivenBack, undoHandover } from '#storage/undo-handover.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { BothChanged } from './both-changed.tsx';
import { countPlan } from './count-plan.ts';
import { words } from './messages.ts';

interface TakenProps {
  readonly handover: Handover;
  readonly plan: HandoverPreview;
  readonly onAgain: () => void;
}

const answers = { 'given-back': 'givenBack', 'worked-on': 'workedOn', unknown: 'unknownReceipt' } as const;

/** The receipt: what came, and a way back. */
export function Taken({ handover, plan, onAgain }: TakenProps) {
  const t = useWords(words);
  const { db, clock, newId } = useServices();
  const [answer, setAnswer] = useState<GivenBack['kind']>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { logs, records, changed } = countPlan(plan);
  const giveBack = async () => setAnswer((await undoHandover(db, handover.id, { now: clock.now, newId })).kind);
  return (
    <Stack gap="loose">
      <h3 ref={heading} tabIndex={-1}>
        {t('takenTitle', { name: handover.from.name })}
      </h3>
      <Notice kind="done">{t('takenText', { logs, others: records + changed })}</Notice>
      <BothChanged plan={plan} />
      <div role="status">
        {answer && <Notice kind={answer === 'given-back' ? 'done' : 'warn'}>{t(answers[answer])}</Notice>}
      </div>
      <Cluster>
        <Button onClick={onAgain}>{t('another')}</Button>
        {answer === undefined && plan.ready.length > 0 && (
          <Button kind="quiet" onClick={() => void giveBack()}>
            {t('giveBack')}
          </Button>
        )}
      </Cluster>
    </Stack>
  );
}
