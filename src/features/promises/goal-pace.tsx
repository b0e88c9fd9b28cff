import { monthName } from '#domain/wording/days.ts';
import { pacePlanWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { FormCheck, FormNumber } from './form-fields.tsx';
import { goalEditorWords } from './goal-editor-messages.ts';
import type { GoalFormPart } from './goal-fields.tsx';

/** How the work is expected to spread over the period, and how much the goal matters to those who follow it. */
export function GoalPace({ form, change }: Omit<GoalFormPart, 'promise'>) {
  const t = useWords(goalEditorWords);
  const language = useLanguage();
  return (
    <Section id="pace" title={t('pace')}>
      <Stack>
        <ChoiceChips
          label={t('pacePlan')}
          value={form.pace}
          options={(['even', 'terms', 'months'] as const).map((value) => ({
            value,
            label: pacePlanWord(value, language),
          }))}
          onChange={(pace) => change({ pace })}
        />
        {form.pace === 'months' && (
          <fieldset data-field="pacePlan.weights">
            <legend>{t('monthWeights')}</legend>
            <Stack>
              <p>{t('monthWeightsHint')}</p>
              <Split gap="normal">
                {form.monthWeights.map((weight, index) => (
                  <FormNumber
                    key={monthName(index + 1, 'sv')}
                    path={`pacePlan.weights.${index}`}
                    label={monthName(index + 1, language)}
                    value={weight}
                    onChange={(typed) => change({ monthWeights: form.monthWeights.with(index, typed) })}
                  />
                ))}
              </Split>
            </Stack>
          </fieldset>
        )}
        <FormNumber
          path="weight"
          label={t('weight')}
          hint={t('weightHint')}
          optional
          value={form.weight}
          onChange={(weight) => change({ weight })}
        />
      </Stack>
    </Section>
  );
}

/** Small numbers about people are a legal risk: what others may see is decided with the goal. */
export function GoalPeople({ form, change }: Omit<GoalFormPart, 'promise'>) {
  const t = useWords(goalEditorWords);
  return (
    <Section id="people" title={t('people')}>
      <Stack>
        <FormCheck
          path="personRelated"
          label={t('personRelated')}
          hint={t('personRelatedHint')}
          checked={form.personRelated}
          onChange={(personRelated) => change({ personRelated })}
        />
        {form.personRelated && (
          <FormNumber
            path="smallNumberThreshold"
            label={t('threshold')}
            hint={t('thresholdHint')}
            whole
            value={form.smallNumberThreshold}
            onChange={(smallNumberThreshold) => change({ smallNumberThreshold })}
          />
        )}
      </Stack>
    </Section>
  );
}
