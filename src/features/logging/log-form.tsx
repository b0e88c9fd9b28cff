import { type FormEvent, lazy, type MouseEvent, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { defaultParties } from '#domain/records/default-parties.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import { useLanguage } from '#features/use-language.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import { StickyAction } from '#ui/sticky-action.tsx';
import { useWords } from '#ui/words.ts';
import { ActivityChoice, type ActivityChoiceProps } from './activity-choice.tsx';
import { AmountFields } from './amount-fields.tsx';
import { defaultVisibility } from './default-visibility.ts';
import { findFieldWords } from './field-words.ts';
import type { FormPart } from './form-part.ts';
import type { FormRules } from './form-rules.ts';
import { LazyStorageTrouble } from './lazy-storage-trouble.tsx';
import { listPlaces } from './list-places.ts';
import type { LogDraft } from './log-draft.ts';
import styles from './log-form.module.css';
import { findQuestions, type LogQuestions } from './log-questions.ts';
import { words } from './messages.ts';
import { NoteField } from './note-field.tsx';
import { OverrideField } from './override-field.tsx';
import { PlaceField } from './place-field.tsx';
import type { SaveState } from './save-state.ts';
import type { LogContext } from './to-log.ts';
import { useSaveKeys } from './use-save-keys.ts';
import { WhenField } from './when-field.tsx';

/** What the usual log does not need comes after the first paint. */
const GoalQuestions = lazy(async () => ({ default: (await import('./goal-questions.tsx')).GoalQuestions }));
const MoreFields = lazy(async () => ({ default: (await import('./more-fields.tsx')).MoreFields }));

/** Somebody else may have logged the same work: only where it is shared. */
const TwinHint = lazy(async () => ({ default: (await import('./twin-hint.tsx')).TwinHint }));

export interface LogFormProps
  extends Pick<ActivityChoiceProps, 'cards' | 'activities' | 'standings' | 'pinned' | 'onPin'> {
  /** Undefined until they have been loaded. */
  readonly rules: FormRules | undefined;
  readonly draft: LogDraft;
  readonly change: (changes: Partial<LogDraft>) => void;
  readonly context: LogContext;
  readonly recent: readonly LogRow[];
  readonly reachedItems: ReadonlySet<string>;
  readonly today: string;
  readonly state: SaveState;
  readonly onSave: () => void;
  readonly saveLabel: string;
  /** Above the fields: that a draft was kept. */
  readonly opening?: ReactNode;
  /** Below the fields: why a log is corrected. */
  readonly closing?: ((part: FormPart) => ReactNode) | undefined;
}

const noIssues: readonly Issue[] = [];

/** One piece of work, asked about in the order of a thumb: what, how many, when, where; the rest under More. */
export function LogForm(props: LogFormProps) {
  const { rules, draft, change, context, recent, reachedItems, today, state, onSave, saveLabel } = props;
  const { opening, closing, cards, activities, standings, pinned, onPin } = props;
  const t = useWords(words);
  const language = useLanguage();
  const refused = state.kind === 'invalid' ? state.issues : noIssues;
  // Once refused, the form is read anew at each keystroke: what has been mended stops complaining.
  const issues = (refused.length > 0 && rules?.checkDraft(draft, context, today)) || noIssues;
  const screened = rules?.screenDraft(draft, today) ?? [];
  const fieldWords = findFieldWords(rules, issues, screened, language);
  const form = useRef<HTMLFormElement>(null);
  useFirstIssueFocus(form, refused);
  useSaveKeys(onSave);

  const part = { draft, change, ...fieldWords };
  const chosen = context.activities.filter((activity) => draft.activityIds.includes(activity.id));
  const questions = findQuestions(chosen, context.goals);
  const isShared = useSharingStatus() !== 'alone';
  const hasAmounts = draft.state === 'done' || draft.state === 'planned';
  // Handled at the tap: the browser then does not gather the fields for a submission that never happens.
  const submit = (event: FormEvent | MouseEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {opening}
      <ActivityChoice {...part} {...{ cards, activities, standings, pinned, onPin }} />
      {hasAmounts && <AmountFields {...part} questions={questions} />}
      {hasAmounts && asksMore(questions) && (
        <Suspense>
          <GoalQuestions {...part} questions={questions} reachedItems={reachedItems} />
        </Suspense>
      )}
      <WhenField {...part} today={today} />
      <PlaceField {...part} places={listPlaces(recent, draft.activityIds, questions.places)} />
      <Suspense>{isShared && <TwinHint draft={draft} promiseId={context.promise.id} activities={chosen} />}</Suspense>
      <NoteField {...part} />
      <Disclosure summary={t('more')}>
        <Suspense>
          <MoreFields
            {...part}
            promise={context.promise}
            activities={context.activities}
            questions={questions}
            defaultPartyIds={defaultParties(chosen, context.promise.parties, context.profileKind)}
            defaultVisibility={defaultVisibility(draft, chosen)}
          />
        </Suspense>
      </Disclosure>
      <OverrideField {...part} screened={screened} />
      {closing?.(part)}
      <StickyAction>
        <SaveTrouble state={state} issueCount={issues.length} onSave={onSave} />
        <Button kind="primary" wide type="submit" busy={state.kind === 'saving'} onClick={submit}>
          {saveLabel}
        </Button>
      </StickyAction>
    </form>
  );
}

const asksMore = ({ asksExtra, asksNewPerson, itemGoals }: LogQuestions) =>
  asksExtra || asksNewPerson || itemGoals.length > 0;

interface SaveTroubleProps {
  readonly state: SaveState;
  readonly issueCount: number;
  readonly onSave: () => void;
}

/** Beside the button that was pressed, so that the answer is where the eye is. */
function SaveTrouble({ state, issueCount, onSave }: SaveTroubleProps) {
  const t = useWords(words);
  if (issueCount > 0) {
    return (
      <div className={styles.trouble}>
        <Notice kind="warn" announce="alert">
          {t('issuesLeft', { count: issueCount })}
        </Notice>
      </div>
    );
  }
  if (state.kind !== 'failed') return null;
  return (
    <div className={styles.trouble}>
      <LazyStorageTrouble kind={state.reason} onRetry={onSave} />
    </div>
  );
}

/** After a refusal the first field to mend has the focus, and a closed disclosure above it is opened. */
function useFirstIssueFocus(form: React.RefObject<HTMLFormElement | null>, issues: readonly Issue[]) {
  useEffect(() => {
    if (issues.length === 0) return;
    const paths = new Set(issues.map((issue) => issue.path));
    const fields = Array.from(form.current?.querySelectorAll<HTMLElement>('[data-field]') ?? []);
    const first = fields.find((field) => paths.has(field.dataset.field ?? ''));
    const details = first?.closest('details');
    if (details) details.open = true;
    const control = first?.querySelector<HTMLElement>(
      '[aria-invalid], input:not([type="radio"]), textarea, select, input',
    );
    control?.focus({ preventScroll: true });
    // The save bar covers the lower part of the window: the middle is what the eye sees.
    first?.scrollIntoView({ block: 'center' });
  }, [form, issues]);
}
