import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useServices } from '#features/services.ts';
import { readActivity } from '#storage/activities.ts';
import type { Row } from '#storage/database.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { activityEditorWords } from './activity-editor-messages.ts';
import { ActivityMeasures, ActivityPlanned, ActivityStatus, ActivityWhat, ActivityWho } from './activity-fields.tsx';
import { type ActivityForm, emptyActivityForm, parseActivityForm, toActivityForm } from './activity-form.ts';
import { draftKeys } from './draft-keys.ts';
import { EditorFrame } from './editor-frame.tsx';
import { editorWords } from './editor-messages.ts';
import { issuesOf } from './form-values.ts';
import { usePlan } from './queries.ts';
import { RemoveButton } from './remove-button.tsx';
import { removeActivity } from './remove-item.ts';
import { saveActivity } from './save-activity.ts';
import { isPartlySigned } from './seal-rules.ts';
import { useAnchor } from './use-anchor.ts';
import { useEditor } from './use-editor.ts';

type ActivityRow = Row<'activities'>;

/** `/loften/:id/aktiviteter/ny` and `…/:aktivitetId/redigera`: every field of an activity. */
export function EditActivityPage() {
  const { promiseId = '', activityId } = useParams();
  const { data: plan } = usePlan(promiseId);
  if (plan === undefined) return <Skeleton lines={8} />;
  const activity = plan?.activities.find(({ id }) => id === activityId);
  if (plan === null || (activityId && !activity)) return <MissingPromise />;
  return <ActivityEditor key={activityId ?? 'new'} plan={plan} activity={activity} />;
}

interface ActivityEditorProps {
  readonly plan: PromiseOverview;
  readonly activity: ActivityRow | undefined;
}

function ActivityEditor({ plan, activity }: ActivityEditorProps) {
  const t = useWords(activityEditorWords);
  const shared = useWords(editorWords);
  const services = useServices();
  const navigate = useNavigate();
  const { promise, focusAreas } = plan;
  const editor = useActivityEditor({ plan, activity });
  const title = activity ? t('editTitle') : t('newTitle');
  useAnchor(editor.form !== undefined);
  if (!editor.form) return <Skeleton lines={8} />;
  const part = { form: editor.form, change: editor.change, promise, focusAreas };
  return (
    <>
      <RecordTitle
        named={`${title}: ${activity?.shortName ?? promise.title} · ${t('appName')}`}
        plain={`${title} · ${t('appName')}`}
      />
      <PageHeader title={title} eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>} />
      {isPartlySigned(promise) && (
        <Notice kind="warn" title={shared('withdrawTitle')}>
          {shared('withdrawText')}
        </Notice>
      )}
      <EditorFrame editor={editor} back={paths.promise(promise.id)}>
        <div>
          <ActivityWhat {...part} />
          <ActivityWho {...part} />
          <ActivityStatus {...part} />
          <ActivityMeasures {...part} />
          <ActivityPlanned {...part} />
        </div>
      </EditorFrame>
      {activity && (
        <RemoveButton
          label={t('removeActivity')}
          hint={t('removeHint')}
          refusals={{ 'has-logs': t('hasLogs'), sealed: t('sealedNotRemoved') }}
          remove={() =>
            removeActivity(services, {
              promiseId: promise.id,
              activityId: activity.id,
              draftKey: draftKeys.activity(activity.id),
            })
          }
          onRemoved={(tx) => navigate(paths.promise(promise.id), { state: { kind: 'removed', what: 'activity', tx } })}
        />
      )}
    </>
  );
}

function useActivityEditor({ plan: { promise }, activity }: ActivityEditorProps) {
  const t = useWords(activityEditorWords);
  const services = useServices();
  const navigate = useNavigate();
  const today = services.clock.today();
  const [activityId] = useState(() => activity?.id ?? services.newId());
  const draftKey = activity ? draftKeys.activity(activity.id) : draftKeys.newActivity(promise.id);
  const newForm = () => {
    const occasions = { id: services.newId(), name: t('occasions'), unit: t('occasionsUnit'), personRelated: false };
    return emptyActivityForm(occasions, today);
  };
  const [form] = useState(() => (activity ? toActivityForm(activity, today) : newForm()));
  return useEditor<ActivityForm, ActivityRow | null>({
    draftKey,
    initial: { form, base: activity ?? null },
    validate: (typed) => issuesOf(parseActivityForm(typed)),
    save: (typed, base) =>
      saveActivity(services, { promiseId: promise.id, activityId, base: base ?? undefined, form: typed, draftKey }),
    rebase: async (base) => {
      const now = await readActivity(services.db, activityId);
      return base && now ? ({ ...base, tags: now.tags } as ActivityRow) : base;
    },
    onSaved: (outcome) =>
      navigate(`${paths.promise(promise.id)}#${activityId}`, {
        state:
          outcome.kind === 'saved' ? { kind: activity ? 'saved' : 'created', what: 'activity', tx: outcome.tx } : null,
      }),
  });
}
