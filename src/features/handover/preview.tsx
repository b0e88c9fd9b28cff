import { useEffect, useRef, useState } from 'react';
import type { Handover } from '#domain/handover/handover.ts';
import { formatDayOf } from '#domain/wording/instants.ts';
import { useLanguage } from '#features/use-language.ts';
import type { HandoverPreview } from '#storage/take-handover.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { BothChanged } from './both-changed.tsx';
import { countPlan } from './count-plan.ts';
import { words } from './messages.ts';

interface PreviewProps {
  readonly handover: Handover;
  readonly plan: HandoverPreview;
  readonly onTake: () => Promise<void>;
  readonly onCancel: () => void;
}

/** What taking it in would do, before anything is stored. */
export function Preview({ handover, plan, onTake, onCancel }: PreviewProps) {
  const t = useWords(words);
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const count = countPlan(plan);
  const isNothing = plan.ready.length === 0 && plan.waiting.length === 0;
  const take = async () => {
    setBusy(true);
    try {
      await onTake();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="loose">
      <h3 ref={heading} tabIndex={-1}>
        {t('previewTitle', { name: handover.from.name })}
      </h3>
      <DefinitionList
        items={[
          { key: 'at', term: t('madeAt'), value: formatDayOf(handover.savedAt, language) },
          { key: 'promises', term: t('promisesRow'), value: handover.promises.map(({ title }) => title).join(', ') },
          { key: 'logs', term: t('newLogs'), value: count.logs },
          { key: 'records', term: t('newOthers'), value: count.records },
          { key: 'changed', term: t('changedRows'), value: count.changed },
          { key: 'known', term: t('alreadyKnown'), value: plan.known },
          ...(plan.waiting.length > 0 ? [{ key: 'waiting', term: t('stillWaiting'), value: plan.waiting.length }] : []),
        ]}
      />
      {plan.isGap && <Notice kind="warn">{t('gap')}</Notice>}
      {plan.waiting.length > 0 && <Notice kind="warn">{t('waitingText')}</Notice>}
      {isNothing && <Notice kind="info">{t('nothingToTake')}</Notice>}
      <BothChanged plan={plan} />
      <Cluster>
        {!isNothing && (
          <Button kind="primary" busy={isBusy} onClick={() => void take()}>
            {t('takeNow')}
          </Button>
        )}
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Cluster>
    </Stack>
  );
}
