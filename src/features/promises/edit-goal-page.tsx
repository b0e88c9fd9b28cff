import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { toPeriod } from '#domain/calendar/period.ts';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useServices } from '#features/services.ts';
import type { Row } from '#storage/database.ts';
import { readGoal } from '#storage/goals.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { draftKeys } from './draft-keys.ts';
import { EditorFrame } from './editor-frame.tsx';
import { editorWords } from './editor-messages.ts';
import { goalEditorWords } from './goal-editor-messages.ts';
import { GoalFeeds } from './goal-feeds.tsx';
import { GoalChange, GoalRule, GoalStanding, GoalWhat } from './goal-fields.tsx';
import { emptyGoalForm, type GoalForm, toGoalForm } from './goal-form.ts';
import { GoalPace, GoalPeople } from './goal-pace.tsx';
import { usePlan } from './queries.ts';
import { RemoveButton } from './remove-button.tsx';
import { removeGoal } from './remove-item.ts';
import { findGoalIssues, needsReason, saveGoal } from './save-goal.ts';
import { isPartlySigned, isSealed } from './seal-rules.ts';
import { TargetEditor } from './target-editor.tsx';
import { useAnchor } from './use-anchor.ts';
import { type Editor, useEditor } from './use-editor.ts';

type GoalRow = Row<'goals'>;

/** `/loften/:id/mal/nytt` and `…/:malId/redigera`: every field of a goal and its target. */
export function EditGoalPage() {
  const { promiseId = '', goalId } = useParams();
  const { data: plan } = usePlan(promiseId);
  if (plan === undefined) return <Skeleton lines={8} />;
  const goal = plan?.goals.find(({ id }) => id === goalId);
  if (plan === null || (goalId && !goal)) return <MissingPromise />;
  return <GoalEditor key={goalId ?? 'new'} plan={plan} goal={goal} />;
}

interface GoalEditorProps {
  readonly plan: PromiseOverview;
  readonly goal: GoalRow | undefined;
}

function GoalEditor({ plan, goal }: GoalEditorProps) {
  const t = useWords(goalEditorWords);
  const { promise } = plan;
  const editor = useGoalEditor({ plan, goal });
  const title = goal ? t('editTitle') : t('newTitle');
  useAnchor(editor.form !== undefined);
  if (!editor.form) return <Skeleton lines={8} />;
  return (
    <>
      <RecordTitle
        named={`${title}: ${goal?.shortName ?? promise.title} · ${t('appName')}`}
        plain={`${title} · ${t('appName')}`}
      />
      <PageHeader title={title} eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>} />
      <SealNotice plan={plan} goal={goal} />
      <EditorFrame editor={editor} back={goal ? paths.goal(promise.id, goal.id) : paths.promise(promise.id)}>
        <GoalSections plan={plan} editor={editor} form={editor.form} />
      </EditorFrame>
      {goal && <RemoveGoal goal={goal} />}
    </>
  );
}

interface GoalSectionsProps {
  readonly plan: PromiseOverview;
  readonly editor: Editor<GoalForm, GoalRow | null>;
  readonly form: GoalForm;
}

function GoalSections({ plan, editor, form }: GoalSectionsProps) {
  const t = useWords(goalEditorWords);
  const { promise, focusAreas, activities } = plan;
  const part = { form, change: editor.change, promise };
  const isNewVersion = needsReason(promise, { base: editor.base ?? undefined, form });
  return (
    <div>
      <GoalWhat {...part} focusAreas={focusAreas} isNew={editor.base === null} />
      <Section id="target" title={t('target')}>
        <Stack>
          <TargetEditor
            target={form.target}
            period={toPeriod(promise.period, promise.signedOn)}
            isChosen={editor.base !== null}
            onChange={(target) => editor.change({ target })}
          />
        </Stack>
      </Section>
      <GoalFeeds {...part} activities={activities} />
      <GoalRule {...part} />
      {isNewVersion && <GoalChange form={form} change={editor.change} />}
      <GoalPeople {...part} />
      <GoalPace {...part} />
      {editor.base && <GoalStanding {...part} />}
    </div>
  );
}

function SealNotice({ plan: { promise }, goal }: GoalEditorProps) {
  const t = useWords(goalEditorWords);
  const shared = useWords(editorWords);
  if (isSealed(promise) && goal) {
    return (
      <Notice kind="info" title={shared('sealedTitle')}>
        {t('sealedHint')}
      </Notice>
    );
  }
  if (!isPartlySigned(promise)) return null;
  return (
    <Notice kind="warn" title={shared('withdrawTitle')}>
      {shared('withdrawText')}
    </Notice>
  );
}

function RemoveGoal({ goal }: { readonly goal: GoalRow }) {
  const t = useWords(goalEditorWords);
  const services = useServices();
  const navigate = useNavigate();
  return (
    <RemoveButton
      label={t('removeGoal')}
      hint={t('removeHint')}
      refusals={{ 'has-logs': t('sealedNotRemoved'), sealed: t('sealedNotRemoved') }}
      remove={() => removeGoal(services, goal, draftKeys.goal(goal.id))}
      onRemoved={(tx) => navigate(paths.promise(goal.promiseId), { state: { kind: 'removed', what: 'goal', tx } })}
    />
  );
}

function useGoalEditor({ plan: { promise }, goal }: GoalEditorProps): Editor<GoalForm, GoalRow | null> {
  const services = useServices();
  const navigate = useNavigate();
  const today = services.clock.today();
  const [goalId] = useState(() => goal?.id ?? services.newId());
  const [form] = useState(() => (goal ? toGoalForm(goal, today) : emptyGoalForm(today)));
  const draftKey = goal ? draftKeys.goal(goal.id) : draftKeys.newGoal(promise.id);
  return useEditor<GoalForm, GoalRow | null>({
    draftKey,
    initial: { form, base: goal ?? null },
    validate: (typed, base) => findGoalIssues(promise, { base: base ?? undefined, form: typed }),
    save: (typed, base) =>
      saveGoal(services, { promiseId: promise.id, goalId, base: base ?? undefined, form: typed, draftKey }),
    rebase: async (base) => {
      const now = await readGoal(services.db, goalId);
      // What the form was opened on, with the versions that have been agreed meanwhile.
      return base && now ? ({ ...base, tags: now.tags, versions: now.versions } as GoalRow) : base;
    },
    onSaved: (outcome) =>
      navigate(`${paths.promise(promise.id)}#${goalId}`, {
        state: outcome.kind === 'saved' ? { kind: goal ? 'saved' : 'created', what: 'goal', tx: outcome.tx } : null,
      }),
  });
}
