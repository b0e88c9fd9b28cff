import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import { goalLevelWord, goalOriginWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToggleChips } from '#ui/toggle-chips.tsx';
import { useWords } from '#ui/words.ts';
import { FormArea, FormCheck, FormDate, FormText } from './form-fields.tsx';
import { goalEditorWords } from './goal-editor-messages.ts';
import type { ChangeForm, GoalForm, RuleForm, StandingForm } from './goal-form.ts';
import { PartyChoice } from './party-choice.tsx';
import { isSealed } from './seal-rules.ts';

export interface GoalFormPart {
  readonly form: GoalForm;
  readonly change: (fields: Partial<GoalForm>) => void;
  readonly promise: CitizenPromise;
}

/** Text, name and where it belongs. */
export function GoalWhat({
  form,
  change,
  promise,
  focusAreas,
  isNew,
}: GoalFormPart & { readonly focusAreas: readonly FocusArea[]; readonly isNew: boolean }) {
  const t = useWords(goalEditorWords);
  const language = useLanguage();
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
          <ToggleChips
            label={t('focusAreas')}
            options={focusAreas.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.focusAreaIds}
            onChange={(focusAreaIds) => change({ focusAreaIds })}
          />
        )}
        <ChoiceChips
          label={t('level')}
          hint={t('levelHint')}
          value={form.level}
          options={(['activity', 'result', 'effect'] as const).map((value) => ({
            value,
            label: goalLevelWord(value, language),
          }))}
          onChange={(level) => change({ level })}
        />
        <div id="owners">
          <PartyChoice
            path="ownerPartyIds"
            label={t('owners')}
            hint={t('ownersHint')}
            parties={promise.parties}
            value={form.ownerPartyIds}
            onChange={(ownerPartyIds) => change({ ownerPartyIds })}
          />
        </div>
        {isSealed(promise) ? (
          isNew && <p>{t('originSealed')}</p>
        ) : (
          <ChoiceChips
            label={t('origin')}
            hint={t('originHint')}
            value={form.origin}
            options={(['promised', 'added-for-follow-up'] as const).map((value) => ({
              value,
              label: goalOriginWord(value, language),
            }))}
            onChange={(origin) => change({ origin })}
          />
        )}
      </Stack>
    </Section>
  );
}

/** What counts as one, what does not, and who decides: the real dispute, settled beforehand. */
export function GoalRule({ form, change }: GoalFormPart) {
  const t = useWords(goalEditorWords);
  const edit = (fields: Partial<RuleForm>) => change({ rule: { ...form.rule, ...fields } });
  return (
    <Section id="rule" title={t('rule')}>
      <Stack>
        <p>{t('ruleHint')}</p>
        <FormArea
          path="rule.countsAsOne"
          label={t('countsAsOne')}
          hint={t('countsAsOneHint')}
          optional
          limit={600}
          rows={2}
          value={form.rule.countsAsOne}
          onChange={(countsAsOne) => edit({ countsAsOne })}
        />
        <FormArea
          path="rule.doesNotCount"
          label={t('doesNotCount')}
          optional
          limit={600}
          rows={2}
          value={form.rule.doesNotCount}
          onChange={(doesNotCount) => edit({ doesNotCount })}
        />
        <FormText
          path="rule.decidedBy"
          label={t('decidedBy')}
          optional
          value={form.rule.decidedBy}
          onChange={(decidedBy) => edit({ decidedBy })}
        />
        <FormText
          path="rule.datedBy"
          label={t('datedBy')}
          hint={t('datedByHint')}
          optional
          value={form.rule.datedBy}
          onChange={(datedBy) => edit({ datedBy })}
        />
        <FormCheck
          path="additionalOnly"
          label={t('additionalOnly')}
          checked={form.additionalOnly}
          onChange={(additionalOnly) => change({ additionalOnly })}
        />
      </Stack>
    </Section>
  );
}

/** Dropped with a reason, or taken out of the count by the parties together. */
export function GoalStanding({ form, change, promise }: GoalFormPart) {
  const t = useWords(goalEditorWords);
  const { standing } = form;
  const edit = (fields: Partial<StandingForm>) => change({ standing: { ...standing, ...fields } });
  return (
    <Section id="standing" title={t('standing')}>
      <Stack>
        <ChoiceChips
          label={t('standingLabel')}
          value={standing.standing}
          options={(['active', 'dropped', 'rescoped'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => edit({ standing: value })}
        />
        {standing.standing !== 'active' && (
          <>
            <p>{t(standing.standing === 'dropped' ? 'droppedHint' : 'rescopedHint')}</p>
            <FormArea
              path="standing.reason"
              label={t('standingReason')}
              limit={400}
              rows={2}
              value={standing.reason}
              onChange={(reason) => edit({ reason })}
            />
          </>
        )}
        {standing.standing === 'rescoped' && (
          <>
            <PartyChoice
              path="standing.decidedBy"
              label={t('rescopedBy')}
              parties={promise.parties}
              value={standing.decidedBy}
              onChange={(decidedBy) => edit({ decidedBy })}
            />
            <FormDate path="standing.on" label={t('rescopedOn')} value={standing.on} onChange={(on) => edit({ on })} />
          </>
        )}
      </Stack>
    </Section>
  );
}

/** A sealed target or rule is changed in the open: since when, why, by whose decision. */
export function GoalChange({ form, change }: Omit<GoalFormPart, 'promise'>) {
  const t = useWords(goalEditorWords);
  const edit = (fields: Partial<ChangeForm>) => change({ change: { ...form.change, ...fields } });
  return (
    <Notice kind="warn" title={t('changeTitle')}>
      <Stack>
        <p>{t('changeText')}</p>
        <FormDate
          path="change.validFrom"
          label={t('validFrom')}
          value={form.change.validFrom}
          onChange={(validFrom) => edit({ validFrom })}
        />
        <FormArea
          path="change.reason"
          label={t('changeReason')}
          limit={400}
          rows={2}
          value={form.change.reason}
          onChange={(reason) => edit({ reason })}
        />
        <FormText
          path="change.decidedBy"
          label={t('changeDecidedBy')}
          hint={t('changeDecidedByHint')}
          value={form.change.decidedBy}
          onChange={(decidedBy) => edit({ decidedBy })}
        />
      </Stack>
    </Notice>
  );
}
