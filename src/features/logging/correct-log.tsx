import { useEffect, useRef, useState } from 'react';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { useSettings } from '#features/use-settings.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { correctDraft } from './correct-draft.ts';
import { correctionWords } from './correction-messages.ts';
import type { FormPart } from './form-part.ts';
import { correctionKeyOf } from './log-draft.ts';
import styles from './log-form.module.css';
import { LogForm } from './log-form.tsx';
import { useFormRules } from './use-form-rules.ts';
import { useLikelyOrder } from './use-likely-order.ts';
import { useSaving } from './use-saving.ts';
import { useStandings } from './use-standings.ts';

interface CorrectLogProps {
  readonly log: LogRow;
  readonly overview: PromiseOverview;
  readonly recent: readonly LogRow[];
  readonly onSaved: (newId: string) => void;
  readonly onCancel: () => void;
}

/** The form filled with what the log says, and a place for the reason. */
export function CorrectLog({ log, overview, recent, onSaved, onCancel }: CorrectLogProps) {
  const t = useWords(correctionWords);
  const services = useServices();
  const { profile } = useSettings();
  const { promise, activities, goals } = overview;
  const today = services.clock.today();
  const [initial] = useState(() => correctDraft(services.newId(), log, listOccasionIds(log, overview)));
  const { value: draft, change: keep, discard } = useDraft(correctionKeyOf(log.id), initial);
  const likely = useLikelyOrder(activities, recent, log.activityIds[0]);
  const context = { promise, activities, goals, profileKind: profile?.partyKind };
  const isBusy = useRef(false);
  const { phase, save } = useSaving(overview, context, isBusy);
  const rules = useFormRules();
  const standings = useStandings(rules, overview, today);
  const savedId = phase.kind === 'saved' ? phase.log.id : undefined;
  useEffect(() => {
    if (savedId !== undefined) onSaved(savedId);
  }, [savedId, onSaved]);
  if (!draft || phase.kind !== 'form') return <PageHeader title={t('correctTitle')} />;
  const cancel = () => void discard().then(onCancel);
  return (
    <>
      <PageHeader title={t('correctTitle')} lead={t('correctLead')} />
      <LogForm
        {...likely}
        {...{ rules, context, recent, today, draft }}
        change={(changes) => keep({ ...draft, ...changes })}
        standings={standings.byActivity}
        reachedItems={standings.reachedItems}
        state={phase.save}
        onSave={() => void save(draft)}
        saveLabel={t('saveCorrection')}
        closing={(part) => <ReasonField {...part} onCancel={cancel} />}
      />
    </>
  );
}

interface ReasonFieldProps extends FormPart {
  readonly onCancel: () => void;
}

function ReasonField({ draft, change, issueOf, warningOf, onCancel }: ReasonFieldProps) {
  const t = useWords(correctionWords);
  return (
    <div className={styles.part} data-field="correctionReason">
      <TextField
        label={t('correctionReason')}
        value={draft.correctionReason}
        issue={issueOf('correctionReason')}
        warning={warningOf('correctionReason')}
        onChange={(correctionReason) => change({ correctionReason })}
      />
      <div className={styles.flush}>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

/** The measures that count occasions: the form's big number. */
const listOccasionIds = (log: LogRow, { activities }: PromiseOverview): readonly string[] =>
  activities
    .filter((activity) => log.activityIds.includes(activity.id))
    .flatMap((activity) => activity.measures.slice(0, 1).map((measure) => measure.id));
