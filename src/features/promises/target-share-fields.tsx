/** Parameters of the kinds that compare a part with a whole: share, in time, on demand. */
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { FormDate, FormNumber } from './form-fields.tsx';
import { UnitField } from './target-amount-fields.tsx';
import type { TargetFormPart } from './target-form-part.ts';
import { targetWords } from './target-messages.ts';

export function RatioFields(part: TargetFormPart) {
  const { target, change } = part;
  const t = useWords(targetWords);
  return (
    <Stack>
      <ChoiceChips
        label={t('shareDirection')}
        value={target.shareDirection}
        options={[
          { value: 'at-least', label: t('atLeast') },
          { value: 'at-most', label: t('atMost') },
        ]}
        onChange={(shareDirection) => change({ shareDirection })}
      />
      <Split gap="normal">
        <FormNumber
          path="target.share"
          label={t('share')}
          unit={t('percent')}
          value={target.share}
          onChange={(share) => change({ share })}
        />
        <UnitField {...part} />
      </Split>
      <FormNumber
        path="target.minDenominator"
        label={t('minDenominator')}
        optional
        whole
        value={target.minDenominator}
        onChange={(minDenominator) => change({ minDenominator })}
      />
    </Stack>
  );
}

export function DeadlineFields(part: TargetFormPart) {
  const { target, change, period } = part;
  const t = useWords(targetWords);
  return (
    <Stack>
      <ChoiceChips
        label={t('timing')}
        value={target.timing}
        options={[
          { value: 'date', label: t('timingDate') },
          { value: 'days', label: t('timingDays') },
        ]}
        onChange={(timing) => change({ timing })}
      />
      <Split gap="normal">
        {target.timing === 'date' ? (
          <FormDate
            path="target.by"
            label={t('by')}
            value={target.by}
            {...(period && { min: period.from })}
            onChange={(by) => change({ by })}
          />
        ) : (
          <FormNumber
            path="target.withinDays"
            label={t('withinDays')}
            whole
            unit={t('daysUnit')}
            value={target.withinDays}
            onChange={(withinDays) => change({ withinDays })}
          />
        )}
        <UnitField {...part} />
      </Split>
      {target.timing === 'days' && <RequiredShare {...part} />}
    </Stack>
  );
}

/** Empty means all: no text is read as less strict than it is. */
export function RequiredShare({ target, change }: TargetFormPart) {
  const t = useWords(targetWords);
  return (
    <FormNumber
      path="target.requiredShare"
      label={t('requiredShare')}
      hint={t('requiredShareHint')}
      optional
      unit={t('percent')}
      value={target.requiredShare}
      onChange={(requiredShare) => change({ requiredShare })}
    />
  );
}

export const OnDemandFields = UnitField;
