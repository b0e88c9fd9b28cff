import { Link, useNavigate, useParams } from 'react-router';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { readFocusAreas } from '#storage/focus-areas.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { readPromise } from '#storage/promises.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { BackgroundSection } from './background-section.tsx';
import { BasicsSection } from './basics-section.tsx';
import { draftKeys } from './draft-keys.ts';
import { EditorFrame } from './editor-frame.tsx';
import { editorWords } from './editor-messages.ts';
import { FocusAreasSection } from './focus-areas-section.tsx';
import { issuesOf } from './form-values.ts';
import { ItemsSection } from './items-section.tsx';
import { PageWithContents } from './page-with-contents.tsx';
import { parsePromiseForm } from './parse-promise-form.ts';
import { PartiesSection } from './parties-section.tsx';
import { PeriodSection } from './period-section.tsx';
import { PictureSection } from './picture-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { FeedbackSection, FollowUpSection } from './plans-section.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import { type PromiseForm, toPromiseForm } from './promise-form.ts';
import { promiseSections } from './promise-sections.ts';
import { usePlan, usePromises } from './queries.ts';
import { RemoveButton } from './remove-button.tsx';
import { removePromise } from './remove-item.ts';
import {
  changesSealedPeriod,
  findPeriodChangeIssues,
  findProtectionIssues,
  type PromiseBase,
  savePromise,
} from './save-promise.ts';
import { isPartlySigned, isSealed, isTextFixed } from './seal-rules.ts';
import { SignatoriesSection } from './signatories-section.tsx';
import { TextSection } from './text-section.tsx';
import { useAnchor } from './use-anchor.ts';
import { type Editor, useEditor } from './use-editor.ts';

/** `/loften/:id/redigera`: every field of a promise. */
export function EditPromisePage() {
  const { promiseId = '' } = useParams();
  const { data: plan } = usePlan(promiseId);
  if (plan === undefined) return <Skeleton lines={8} />;
  if (plan === null) return <MissingPromise />;
  return <PromiseEditor key={promiseId} plan={plan} />;
}

function PromiseEditor({ plan }: { readonly plan: PromiseOverview }) {
  const t = useWords(promiseEditorWords);
  const services = useServices();
  const navigate = useNavigate();
  const editor = usePromiseEditor(plan);
  const { promise } = plan;
  useAnchor(editor.form !== undefined);
  if (!editor.form) return <Skeleton lines={8} />;
  return (
    <>
      <title>{`${t('title')}: ${promise.title} · ${t('appName')}`}</title>
      <PageHeader title={t('title')} eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>} />
      <SealNotice plan={plan} />
      <PageWithContents sections={promiseSections.map((id) => ({ id, label: t(id) }))}>
        <EditorFrame editor={editor} back={paths.promise(promise.id)}>
          <PromiseSections plan={plan} editor={editor} form={editor.form} />
        </EditorFrame>
        <RemoveButton
          label={t('removePromise')}
          hint={t('removeHint')}
          refusals={{ 'has-logs': t('hasLogs'), sealed: t('sealedNotRemoved') }}
          remove={() => removePromise(services, promise.id, draftKeys.promise(promise.id))}
          onRemoved={(tx) => navigate(paths.promises(), { state: { kind: 'removed', what: 'promise', tx } })}
        />
      </PageWithContents>
    </>
  );
}

interface PromiseSectionsProps {
  readonly plan: PromiseOverview;
  readonly editor: Editor<PromiseForm, PromiseBase>;
  readonly form: PromiseForm;
}

function PromiseSections({ plan, editor, form }: PromiseSectionsProps) {
  const { data: promises = [] } = usePromises();
  const { promise, activities, goals } = plan;
  const part = { form, change: editor.change };
  return (
    <div>
      <BasicsSection {...part} />
      <PlacesSection {...part} />
      <PartiesSection {...part} />
      <PeriodSection {...part} asksWhy={changesSealedPeriod({ base: editor.base, form })} />
      <BackgroundSection {...part} others={promises.filter(({ id }) => id !== promise.id)} />
      <PictureSection {...part} />
      <FocusAreasSection {...part} />
      <ItemsSection promiseId={promise.id} activities={activities} goals={goals} />
      <SignatoriesSection {...part} />
      <FollowUpSection {...part} />
      <FeedbackSection {...part} />
      <TextSection {...part} isFixed={isTextFixed(promise)} />
    </div>
  );
}

function SealNotice({ plan: { promise } }: { readonly plan: PromiseOverview }) {
  const t = useWords(promiseEditorWords);
  const shared = useWords(editorWords);
  if (isSealed(promise)) {
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

function usePromiseEditor({ promise, focusAreas }: PromiseOverview): Editor<PromiseForm, PromiseBase> {
  const services = useServices();
  const navigate = useNavigate();
  const draftKey = draftKeys.promise(promise.id);
  return useEditor<PromiseForm, PromiseBase>({
    draftKey,
    initial: { form: toPromiseForm(promise, focusAreas), base: { promise, focusAreas } },
    validate: (form, base) => [
      ...issuesOf(parsePromiseForm(form)),
      ...(changesSealedPeriod({ base, form }) ? findPeriodChangeIssues(form.change) : []),
      ...findProtectionIssues({ base, form }),
    ],
    save: (form, base) => savePromise(services, { base, form, draftKey }),
    rebase: async (base) => {
      const now = await readPromise(services.db, promise.id);
      if (!now) return base;
      const { tags, seal, earlierPeriods } = now;
      // What the form was opened on, with what it may not overrule as it stands now.
      const fresh = { ...base.promise, tags, seal, earlierPeriods } as PromiseBase['promise'];
      return { promise: fresh, focusAreas: await readFocusAreas(services.db, promise.id) };
    },
    onSaved: (outcome) =>
      navigate(paths.promise(promise.id), {
        state: outcome.kind === 'saved' ? { kind: 'saved', what: 'promise', tx: outcome.tx } : null,
      }),
  });
}
