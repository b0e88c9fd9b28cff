import { Link } from 'react-router';
import { previewGoals } from '#domain/importing/preview-goals.ts';
import { describeOutcome } from '#domain/wording/describe-outcome.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useGoalView } from '#features/use-goal-view.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { ActivityPreview } from './activity-preview.tsx';
import { LeftOut } from './left-out.tsx';
import { words } from './messages.ts';
import { outcomeWords } from './outcome-messages.ts';
import type { PlannedImport } from './plan-import.ts';
import type { Checked } from './run-check.ts';
import { StepFrame } from './step-frame.tsx';

export interface PreviewStepProps {
  readonly plan: PromiseOverview;
  readonly checked: Checked;
  readonly planned: PlannedImport;
  readonly isSaving: boolean;
  /** `full`: the device has too little room for it. */
  readonly failure: 'failed' | 'full' | undefined;
  readonly onBack: () => void;
  readonly onImport: () => void;
}

/** The dry run: what would be there afterwards, and what each goal would say. */
export function PreviewStep({ plan, checked, planned, isSaving, failure, onBack, onImport }: PreviewStepProps) {
  const t = useWords(words);
  const o = useWords(outcomeWords);
  const count = checked.ready.length;
  return (
    <StepFrame
      step="preview"
      title={o('preview')}
      focus
      actions={
        <>
          {count > 0 && (
            <Button kind="primary" busy={isSaving} onClick={onImport}>
              {o(planned.kind === 'logs' ? 'startLogs' : 'startActivities', { count })}
            </Button>
          )}
          <Button onClick={onBack}>{t('back')}</Button>
        </>
      }
    >
      <p>
        <strong>{sayCount()}</strong>
      </p>
      <LeftOut checked={checked} />
      {count === 0 && <Notice kind="info">{o('nothing')}</Notice>}
      {count > 0 && planned.kind === 'logs' && <GoalChanges plan={plan} planned={planned} />}
      {count > 0 && planned.kind === 'activities' && <ActivityPreview plan={plan} planned={planned} />}
      <div role="alert">
        {failure && (
          <Notice kind="fail" actions={failure === 'full' && <Link to={paths.storage()}>{o('toStorage')}</Link>}>
            {o(failure)}
          </Notice>
        )}
      </div>
    </StepFrame>
  );

  function sayCount(): string {
    if (planned.kind === 'logs') return o('previewLogs', { count });
    const { activities, goals, focusAreas } = planned;
    return o('previewActivities', { activities: activities.length, goals: goals.length, areas: focusAreas.length });
  }
}

interface GoalChangesProps {
  readonly plan: PromiseOverview;
  readonly planned: Extract<PlannedImport, { kind: 'logs' }>;
}

function GoalChanges({ plan, planned }: GoalChangesProps) {
  const t = useWords(outcomeWords);
  const language = useLanguage();
  const viewOf = useGoalView();
  const { clock } = useServices();
  const changes = previewGoals(plan, planned.logs, clock.today());
  if (changes.length === 0) return <Notice kind="info">{t('noGoals')}</Notice>;
  return (
    <Section level={3} title={t('goalsTitle')}>
      <Table
        caption={t('goalsTitle')}
        captionHidden
        columns={[
          { key: 'goal', label: t('goal') },
          { key: 'now', label: t('now') },
          { key: 'after', label: t('after') },
          { key: 'counted', label: t('counted'), numeric: true },
        ]}
        rows={changes.map(({ goal, before, after, counted, excluded }) => {
          const all = counted + [...excluded.values()].reduce((sum, one) => sum + one, 0);
          return {
            key: goal.id,
            cells: [
              goal.shortName,
              describeOutcome(before, language, viewOf(goal)),
              describeOutcome(after, language, viewOf(goal)),
              t('countedOf', { counted: formatCount(counted), all: formatCount(all) }),
            ],
          };
        })}
      />
    </Section>
  );
}
