import { activityStatuses, statusesWithReason } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import { activityStatusWord, responsibilityWord, visibilityWord } from '#domain/wording/record-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { activityEditorWords } from './activity-editor-messages.ts';
import type { ActivityForm } from './activity-form.ts';
import { EditableList } from './editable-list.tsx';
import { FormArea, FormCheck, FormDate, FormSelect, FormText } from './form-fields.tsx';
import { PartyChoice } from './party-choice.tsx';
import { PartyRoles } from './party-roles.tsx';

export interface ActivityFormPart {
  readonly form: ActivityForm;
  readonly change: (fields: Partial<ActivityForm>) => void;
  readonly promise: CitizenPromise;
  readonly focusAreas: readonly FocusArea[];
}

/** Text, name and where it belongs. */
export function ActivityWhat({ form, change, focusAreas }: ActivityFormPart) {
  const t = useWords(activityEditorWords);
  return (
    <Section id="what" title={t('what')}>
      <Stack>
        <FormArea
          path="text"
          label={t('text')}
          hint={t('textHint')}
          limit={2000}
          value={form.text}
          onChange={(text) => change({ text })}
        />
        <FormText
          path="shortName"
          label={t('shortName')}
          hint={t('shortNameHint')}
          optional
          value={form.shortName}
          onChange={(shortName) => change({ shortName })}
        />
        {focusAreas.length > 0 && (
          <FormSelect
            path="focusAreaId"
            label={t('focusArea')}
            value={form.focusAreaId}
            emptyLabel={t('noFocusArea')}
            options={focusAreas.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(focusAreaId) => change({ focusAreaId })}
          />
        )}
        <FormText
          path="targetGroup"
          label={t('targetGroup')}
          hint={t('targetGroupHint')}
          optional
          value={form.targetGroup}
          onChange={(targetGroup) => change({ targetGroup })}
        />
        <FormArea
          path="places"
          label={t('places')}
          hint={t('placesHint')}
          optional
          rows={2}
          value={form.places}
          onChange={(places) => change({ places })}
        />
        <FormCheck
          path="inActionPlan"
          label={t('inActionPlan')}
          hint={t('inActionPlanHint')}
          checked={form.inActionPlan ?? false}
          onChange={(inActionPlan) => change({ inActionPlan })}
        />
      </Stack>
    </Section>
  );
}

/** Responsible parties with their roles; empty where the text names none. */
export function ActivityWho({ form, change, promise }: ActivityFormPart) {
  const t = useWords(activityEditorWords);
  const language = useLanguage();
  return (
    <Section id="who" title={t('who')}>
      <Stack>
        <p>{t('noParties')}</p>
        <PartyRoles parties={promise.parties} value={form.parties} onChange={(parties) => change({ parties })} />
        <ChoiceChips
          label={t('responsibility')}
          value={form.responsibility}
          options={(['joint', 'each', 'lead'] as const).map((value) => ({
            value,
            label: responsibilityWord(value, language),
          }))}
          onChange={(responsibility) => change({ responsibility })}
        />
      </Stack>
    </Section>
  );
}

/** How it stands; what went otherwise than promised says why. */
export function ActivityStatus({ form, change, promise }: ActivityFormPart) {
  const t = useWords(activityEditorWords);
  const language = useLanguage();
  const asksWhy = form.status === 'rescoped' || statusesWithReason.some((status) => status === form.status);
  return (
    <Section id="status" title={t('status')}>
      <Stack>
        <FormSelect<ActivityForm['status']>
          path="status"
          label={t('statusLabel')}
          value={form.status}
          options={[
            ...activityStatuses.map((value) => ({ value, label: activityStatusWord(value, language) })),
            { value: 'rescoped' as const, label: t('rescoped') },
          ]}
          onChange={(status) => change({ status })}
        />
        {asksWhy && (
          <FormArea
            path="statusReason"
            label={t('statusReason')}
            limit={400}
            rows={2}
            value={form.statusReason}
            onChange={(statusReason) => change({ statusReason })}
          />
        )}
        {form.status === 'rescoped' && (
          <>
            <PartyChoice
              path="rescopedBy"
              label={t('rescopedBy')}
              parties={promise.parties}
              value={form.rescopedBy}
              onChange={(rescopedBy) => change({ rescopedBy })}
            />
            <FormDate
              path="rescopedOn"
              label={t('rescopedOn')}
              value={form.rescopedOn}
              onChange={(rescopedOn) => change({ rescopedOn })}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}

/** What one log of it can count. The first measure, the number of actions, is always there. */
export function ActivityMeasures({ form, change }: ActivityFormPart) {
  const t = useWords(activityEditorWords);
  const { newId } = useServices();
  const [first] = form.measures;
  return (
    <Section id="measures" title={t('measures')}>
      <Stack>
        <p>{t('measuresHint')}</p>
        <EditableList
          path="measures"
          items={form.measures}
          onChange={(measures) => change({ measures })}
          noun={t('measure')}
          nameOf={({ name }, index) => name || `${t('measure')} ${index + 1}`}
          create={() => ({ id: newId(), name: '', unit: '', personRelated: false })}
          folded
          keeps={({ id }) => id === first?.id}
        >
          {(measure, edit, index) => (
            <>
              <Split gap="normal">
                <FormText
                  path={`measures.${index}.name`}
                  label={t('measureName')}
                  value={measure.name}
                  onChange={(name) => edit({ name })}
                />
                <FormText
                  path={`measures.${index}.unit`}
                  label={t('unit')}
                  value={measure.unit}
                  onChange={(unit) => edit({ unit })}
                />
              </Split>
              <FormCheck
                path={`measures.${index}.personRelated`}
                label={t('personRelated')}
                hint={t('personRelatedHint')}
                checked={measure.personRelated}
                onChange={(personRelated) => edit({ personRelated })}
              />
            </>
          )}
        </EditableList>
      </Stack>
    </Section>
  );
}

/** Who may see what is planned: unannounced work never leaks. */
export function ActivityPlanned({ form, change }: ActivityFormPart) {
  const t = useWords(activityEditorWords);
  const language = useLanguage();
  return (
    <Section id="planned" title={t('planned')}>
      <ChoiceChips
        label={t('plannedVisibility')}
        hint={t('plannedHint')}
        value={form.plannedVisibility}
        options={(['internal', 'partners', 'public'] as const).map((value) => ({
          value,
          label: visibilityWord(value, language),
        }))}
        onChange={(plannedVisibility) => change({ plannedVisibility })}
      />
    </Section>
  );
}
