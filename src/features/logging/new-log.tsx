import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useServices } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import type { LogRow } from '#storage/progress-logs.ts';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Tag } from '#ui/tag.tsx';
import { usePainted } from '#ui/use-painted.ts';
import { useWords } from '#ui/words.ts';
import { LeavingForm } from './leaving-form.tsx';
import { continueDraft, type LogDraft, startDraft } from './log-draft.ts';
import styles from './log-form.module.css';
import { LogForm } from './log-form.tsx';
import { LogReceipt } from './log-receipt.tsx';
import { words } from './messages.ts';
import type { SaveState } from './save-state.ts';
import type { LogContext } from './to-log.ts';
import { UndoneReceipt } from './undone-receipt.tsx';
import { useFormRules } from './use-form-rules.ts';
import { type KeptDraft, useKeptDraft } from './use-kept-draft.ts';
import { useLikelyOrder } from './use-likely-order.ts';
import { useSaving } from './use-saving.ts';
import { useStandings } from './use-standings.ts';

interface NewLogProps {
  readonly overview: PromiseOverview;
  readonly recent: readonly LogRow[];
  /** Whether the form is open, and so wants to hear of changes around it. */
  readonly onTyping: (isTyping: boolean) => void;
  /** True while a log is being saved. */
  readonly isBusy: RefObject<boolean>;
}

/** From an open form to a receipt and back again. */
export function NewLog({ overview, recent, onTyping, isBusy }: NewLogProps) {
  const t = useWords(words);
  const services = useServices();
  const { profile } = useSettings();
  const { promise, activities, goals } = overview;
  const today = services.clock.today();
  const asked = useAskedActivity(overview);
  const likely = useLikelyOrder(activities, recent, asked);
  const [initial] = useState(() => startDraft(services.newId(), toFirst(asked ?? likely.activities[0]?.id), today));
  const draft = useKeptDraft(promise.id, initial, asked);
  const context = { promise, activities, goals, profileKind: profile?.partyKind };
  const rules = useFormRules();
  const standings = useStandings(rules, overview, today);
  const heading = useRef<HTMLHeadingElement>(null);
  const restart = (next: LogDraft) => {
    draft.reset(next);
    heading.current?.focus();
  };
  return (
    <>
      <PageHeader title={promise.example ? <ExampleTitle /> : t('title')} headingRef={heading} />
      <LogDesk {...{ overview, draft, restart, onTyping, isBusy, context }}>
        {(state, onSave, value) => (
          <LogForm
            {...likely}
            {...{ rules, context, recent, today, state, onSave }}
            draft={value}
            change={draft.change}
            standings={standings.byActivity}
            reachedItems={standings.reachedItems}
            saveLabel={t(value.state === 'planned' ? 'savePlan' : 'save')}
            opening={draft.isKept && <KeptNote onStartOver={() => void draft.startOver()} />}
          />
        )}
      </LogDesk>
    </>
  );
}

interface LogDeskProps extends Pick<NewLogProps, 'overview' | 'onTyping' | 'isBusy'> {
  readonly draft: KeptDraft;
  /** Puts another draft into the form. */
  readonly restart: (draft: LogDraft) => void;
  readonly context: LogContext;
  /** The form. It is not asked for again while the receipt takes its place. */
  readonly children: (state: SaveState, onSave: () => void, draft: LogDraft) => ReactNode;
}

/** Where the form lies, and then its receipt. Between the two nothing is drawn again but this. */
function LogDesk({ overview, draft, restart, onTyping, isBusy, context, children }: LogDeskProps) {
  const services = useServices();
  const { phase, save, undo, reopen } = useSaving(overview, context, isBusy);
  const isTyping = phase.kind === 'form';
  // The receipt is painted first; taking the form down, and drawing the page around it again, can wait.
  const isGone = usePainted(!isTyping);
  useEffect(() => onTyping(!isGone), [onTyping, isGone]);
  const { value } = draft;
  const openForm = (next: LogDraft) => {
    reopen();
    restart(next);
  };
  return (
    <>
      {!isGone && value && (
        <LeavingForm isLeaving={!isTyping}>
          {() => children(phase.kind === 'form' ? phase.save : saved, () => void save(value), value)}
        </LeavingForm>
      )}
      {phase.kind !== 'form' && (
        <div className={styles.form}>
          {(phase.kind === 'saved' || phase.kind === 'undoing') && (
            <LogReceipt
              logId={phase.log.id}
              lines={phase.lines}
              isUndoing={phase.kind === 'undoing'}
              undoFailed={phase.kind === 'saved' ? phase.undoFailed : undefined}
              onUndo={() => void undo(phase)}
              onAnother={() => openForm(continueDraft(services.newId(), phase.draft))}
            />
          )}
          {phase.kind === 'undone' && (
            <UndoneReceipt
              onBack={() => openForm({ ...phase.draft, logId: services.newId() })}
              onAnother={() => openForm(startDraft(services.newId(), phase.draft.activityIds, services.clock.today()))}
            />
          )}
        </div>
      )}
    </>
  );
}

const saved: SaveState = { kind: 'typing' };

/** Whatever is made up says so, also where one logs. */
function ExampleTitle() {
  const t = useWords(words);
  return (
    <span className={styles.line}>
      {t('title')} <Tag kind="strong">{t('example')}</Tag>
    </span>
  );
}

function KeptNote({ onStartOver }: { readonly onStartOver: () => void }) {
  const t = useWords(words);
  return (
    <p className={styles.line}>
      {t('draftKept')}
      <Button kind="quiet" onClick={onStartOver}>
        {t('startOver')}
      </Button>
    </p>
  );
}

/** The activity that the address names, if the promise has it. */
function useAskedActivity({ activities }: PromiseOverview): string | undefined {
  const [search] = useSearchParams();
  const asked = search.get('aktivitet');
  return activities.find((activity) => activity.id === asked)?.id;
}

const toFirst = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id]);
