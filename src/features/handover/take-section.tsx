import { useState } from 'react';
import type { Handover } from '#domain/handover/handover.ts';
import { useServices } from '#features/services.ts';
import { StorageFailure } from '#storage/storage-failure.ts';
import { type HandoverPreview, previewHandover, takeHandover } from '#storage/take-handover.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { OpenForm } from './open-form.tsx';
import { type TakeTrouble, troubleWord } from './open-handover.ts';
import { Preview } from './preview.tsx';
import { Taken } from './taken.tsx';

type Step =
  | { readonly kind: 'open'; readonly trouble?: TakeTrouble }
  | { readonly kind: 'preview'; readonly handover: Handover; readonly plan: HandoverPreview }
  | { readonly kind: 'taken'; readonly handover: Handover; readonly plan: HandoverPreview };

/** Receiving: open it, see what it would do, take it in; and give it back while nothing has been done since. */
export function TakeSection() {
  const t = useWords(words);
  const { db, clock, newId } = useServices();
  const [step, setStep] = useState<Step>({ kind: 'open' });
  const [round, setRound] = useState(0);
  const begin = () => {
    setRound(round + 1);
    setStep({ kind: 'open' });
  };
  const look = async (handover: Handover) => {
    const plan = await previewHandover(db, handover);
    setStep(plan.kind === 'planned' ? { kind: 'preview', handover, plan } : { kind: 'open', trouble: plan.kind });
  };
  const take = async (handover: Handover) => {
    try {
      const taken = await takeHandover(db, handover, { now: clock.now, newId, today: clock.today });
      setStep(
        taken.kind === 'taken' ? { kind: 'taken', handover, plan: taken.plan } : { kind: 'open', trouble: taken.kind },
      );
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      // It is whole or not at all: what was chosen is still there to be tried again.
      setStep({ kind: 'open', trouble: 'not-stored' });
    }
  };
  return (
    <Section title={t('take')}>
      <Stack gap="loose">
        {/* What was chosen and typed stays until the next one is begun. */}
        <div hidden={step.kind !== 'open'}>
          <OpenForm
            key={round}
            onOpened={look}
            onTrouble={(trouble) => setStep({ kind: 'open', ...(trouble && { trouble }) })}
          />
        </div>
        <div role="alert">
          {step.kind === 'open' && step.trouble && <Notice kind="fail">{t(troubleWord(step.trouble))}</Notice>}
        </div>
        {step.kind === 'preview' && (
          <Preview
            handover={step.handover}
            plan={step.plan}
            onTake={() => take(step.handover)}
            onCancel={() => setStep({ kind: 'open' })}
          />
        )}
        {step.kind === 'taken' && <Taken handover={step.handover} plan={step.plan} onAgain={begin} />}
      </Stack>
    </Section>
  );
}
