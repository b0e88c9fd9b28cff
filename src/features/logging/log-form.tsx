import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import { StickyAction } from '#ui/sticky-action.tsx';
import { useWords } from '#ui/words.ts';
import { ActivityChoice, type ActivityChoiceProps } from './activity-choice.tsx';
import { AmountFields } from './amount-fields.tsx';
import { defaultParties } from './default-parties.ts';
import { useFieldWords } from './field-words.ts';
import type { FormPart } from './form-part.ts';
import { GoalQuestions } from './goal-questions.tsx';
import { listPlaces } from './list-places.ts';
import type { LogDraft } from './log-draft.ts';
import styles from './log-form.module.css';
import { findQuestions } from './log-questions.ts';
import { words } from './messages.ts';
import { MoreFields } from './more-fields.tsx';
import { NoteField } from './note-field.tsx';
import { OverrideField } from './override-field.tsx';
import { PlaceField } from './place-field.tsx';
import type { SaveState } from './save-state.ts';
import { screenDraft } from './screen-draft.ts';
import { useStorageWords } from './storage-words.ts';
import { defaultVisibility, type LogContext, toLog } from './to-log.ts';
import { useSaveKeys } from './use-save-keys.ts';
import { WhenField } from './when-field.tsx';

export interface LogFormProps
  extends Pick<ActivityChoiceProps, 'cards' | 'activities' | 'standings' | 'pinned' | 'onPin'> {
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
  const { draft, change, context, recent, reachedItems, today, state, onSave, saveLabel, opening, closing, ...choice } =
    props;
  const t = useWords(words);
  const refused = state.kind === 'invalid' ? state.issues : noIssues;
  // Once refused, the form is read anew at each keystroke: what has been mended stops complaining.
  const issues = refused.length > 0 ? listIssues(draft, context, today) : noIssues;
  const screened = screenDraft(draft, today);
  const fieldWords = useFieldWords(issues, screened);
  const form = useRef<HTMLFormElement>(null);
  useFirstIssueFocus(form, refused);
  useSaveKeys(onSave);

  const part = { draft, change, ...fieldWords };
  const chosen = context.activities.filter((activity) => draft.activityIds.includes(activity.id));
  const questions = findQuestions(chosen, context.goals);
  const hasAmounts = draft.state === 'done' || draft.state === 'planned';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {opening}
      <ActivityChoice {...part} {...choice} />
      {hasAmounts && <AmountFields {...part} questions={questions} />}
      {hasAmounts && <GoalQuestions {...part} questions={questions} reachedItems={reachedItems} />}
      <WhenField {...part} today={today} />
      <PlaceField {...part} places={listPlaces(recent, draft.activityIds, questions.places)} />
      <NoteField {...part} />
      <Disclosure summary={t('more')}>
        <MoreFields
          {...part}
          promise={context.promise}
          activities={context.activities}
          questions={questions}
          defaultPartyIds={defaultParties(chosen, context.promise.parties, context.profileKind)}
          defaultVisibility={defaultVisibility(draft, chosen)}
        />
      </Disclosure>
      <OverrideField {...part} screened={screened} />
      {closing?.(part)}
      <StickyAction>
        <SaveTrouble state={state} issueCount={issues.length} onSave={onSave} />
        <Button kind="primary" wide type="submit" busy={state.kind === 'saving'}>
          {saveLabel}
        </Button>
      </StickyAction>
    </form>
  );
}

function listIssues(draft: LogDraft, context: LogContext, today: string): readonly Issue[] {
  const parsed = toLog(draft, context, { now: today, today });
  return parsed.kind === 'invalid' ? parsed.issues : noIssues;
}

interface SaveTroubleProps {
  readonly state: SaveState;
  readonly issueCount: number;
  readonly onSave: () => void;
}

/** Beside the button that was pressed, so that the answer is where the eye is. */
function SaveTrouble({ state, issueCount, onSave }: SaveTroubleProps) {
  const t = useWords(words);
  const storageWords = useStorageWords();
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
  const { title, text, retry, reload, needsReload } = storageWords(state.reason);
  const way = needsReload ? (
    <Button onClick={() => location.reload()}>{reload}</Button>
  ) : (
    <Button onClick={onSave}>{retry}</Button>
  );
  return (
    <div className={styles.trouble}>
      <Notice kind="fail" announce="alert" title={title} actions={way}>
        {text}
      </Notice>
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
