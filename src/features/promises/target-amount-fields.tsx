/** Parameters of the kinds that count: at least, at most, again and again, and on and on. */
import { recurrenceUnits } from '#domain/records/target.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { FormArea, FormCheck, FormNumber, FormSelect, FormText } from './form-fields.tsx';
import type { TargetFormPart } from './target-form-part.ts';
import { targetWords } from './target-messages.ts';

/** The unit of what is counted, shared by most kinds. */
export function UnitField({ target, change }: TargetFormPart) {
  const t = useWords(targetWords);
  return <FormText path="target.unit" label={t('unit')} value={target.unit} onChange={(unit) => change({ unit })} />;
}

export function CountFields(part: TargetFormPart) {
  const { target, change } = part;
  const t = useWords(targetWords);
  return (
    <Stack>
      <Split gap="normal">
        <FormNumber
          path="target.value"
          label={t('value')}
          whole
          value={target.value}
          onChange={(value) => change({ value })}
        />
        <UnitField {...part} />
      </Split>
      <FormCheck
        path="target.distinctPersons"
        label={t('distinctPersons')}
        hint={t('distinctPersonsHint')}
        checked={target.distinctPersons}
        onChange={(distinctPersons) => change({ distinctPersons })}
      />
      <FormCheck
        path="target.exact"
        label={t('exact')}
        hint={t('exactHint')}
        checked={target.exact}
        onChange={(exact) => change({ exact })}
      />
      <FormCheck
        path="target.anyOf"
        label={t('anyOf')}
        checked={target.anyOf}
        onChange={(anyOf) => change({ anyOf })}
      />
      <FormArea
        path="target.perPlace"
        label={t('perPlace')}
        hint={t('perPlaceHint')}
        optional
        rows={2}
        value={target.perPlace}
        onChange={(perPlace) => change({ perPlace })}
      />
    </Stack>
  );
}

export function CeilingFields(part: TargetFormPart) {
  const { target, change } = part;
  const t = useWords(targetWords);
  return (
    <Stack>
      <Split gap="normal">
        <FormNumber
          path="target.value"
          label={t('limit')}
          whole
          value={target.value}
          onChange={(value) => change({ value })}
        />
        <UnitField {...part} />
      </Split>
      <ChoiceChips
        label={t('reportEvery')}
        hint={t('reportEveryHint')}
        value={target.reportEvery}
        options={(['week', 'month', 'quarter', 'tertial'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(reportEvery) => change({ reportEvery })}
      />
    </Stack>
  );
}

export function RecurrenceFields(part: TargetFormPart) {
  const { target, change } = part;
  const t = useWords(targetWords);
  return (
    <Stack>
      <Split gap="normal">
        <FormNumber
          path="target.times"
          label={t('times')}
          whole
          value={target.times}
          onChange={(times) => change({ times })}
        />
        <FormSelect
          path="target.per"
          label={t('per')}
          value={target.per}
          options={recurrenceUnits.map((value) => ({ value, label: t(value) }))}
          onChange={(per) => change({ per })}
        />
        <UnitField {...part} />
      </Split>
      <ChoiceChips
        label={t('reading')}
        value={target.reading}
        options={[
          { value: 'each', label: t('readingEach') },
          { value: 'average', label: t('readingAverage') },
        ]}
        onChange={(reading) => change({ reading })}
      />
    </Stack>
  );
}

/** An ongoing goal has nothing but its unit. */
export const OngoingFields = (part: TargetFormPart) => <UnitField {...part} />;
