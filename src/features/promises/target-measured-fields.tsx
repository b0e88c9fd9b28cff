/** Parameters of the kinds that are measured or judged: an indicator over time, a ladder agreed beforehand. */
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { FormArea, FormDate, FormNumber, FormSelect, FormText } from './form-fields.tsx';
import { readLines } from './form-values.ts';
import type { TargetFormPart } from './target-form-part.ts';
import { targetWords } from './target-messages.ts';

export function SeriesFields({ target, change }: TargetFormPart) {
  const t = useWords(targetWords);
  return (
    <Stack>
      <FormText
        path="target.indicator.name"
        label={t('indicator')}
        hint={t('indicatorHint')}
        value={target.indicatorName}
        onChange={(indicatorName) => change({ indicatorName })}
      />
      <Split gap="normal">
        <FormText
          path="target.indicator.unit"
          label={t('indicatorUnit')}
          optional
          value={target.unit}
          onChange={(unit) => change({ unit })}
        />
        <FormText
          path="target.indicator.source"
          label={t('indicatorSource')}
          optional
          value={target.indicatorSource}
          onChange={(indicatorSource) => change({ indicatorSource })}
        />
      </Split>
      <ChoiceChips
        label={t('direction')}
        value={target.direction}
        options={(['up', 'down', 'hold'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(direction) => change({ direction })}
      />
      <Split gap="normal">
        <FormNumber
          path="target.baseline.value"
          label={t('baseline')}
          optional
          value={target.baseline}
          onChange={(baseline) => change({ baseline })}
        />
        <FormDate
          path="target.baseline.date"
          label={t('baselineOn')}
          optional
          value={target.baselineOn}
          onChange={(baselineOn) => change({ baselineOn })}
        />
      </Split>
      <SeriesAim {...{ target, change }} />
      <FormDate
        path="target.nextMeasurementOn"
        label={t('nextMeasurementOn')}
        optional
        value={target.nextMeasurementOn}
        onChange={(nextMeasurementOn) => change({ nextMeasurementOn })}
      />
    </Stack>
  );
}

function SeriesAim({ target, change }: Pick<TargetFormPart, 'target' | 'change'>) {
  const t = useWords(targetWords);
  if (target.direction !== 'hold') {
    return (
      <FormNumber
        path="target.level"
        label={t('level')}
        hint={t('levelHint')}
        optional
        value={target.value}
        onChange={(value) => change({ value })}
      />
    );
  }
  return (
    <div data-field="target.band">
      <p>{t('bandHint')}</p>
      <Split gap="normal">
        <FormNumber
          path="target.band.low"
          label={t('bandLow')}
          value={target.bandLow}
          onChange={(bandLow) => change({ bandLow })}
        />
        <FormNumber
          path="target.band.high"
          label={t('bandHigh')}
          value={target.bandHigh}
          onChange={(bandHigh) => change({ bandHigh })}
        />
      </Split>
    </div>
  );
}

export function JudgedFields({ target, change }: TargetFormPart) {
  const t = useWords(targetWords);
  const { newId } = useServices();
  const suggest = () => {
    const levels = readLines(t('suggestedLevels')).map((name) => ({ id: newId(), name, description: '' }));
    change({ levels, agreedLevelId: levels.at(2)?.id ?? '' });
  };
  return (
    <Stack>
      <p>{t('rubricHint')}</p>
      {target.levels.length === 0 && (
        <div>
          <Button onClick={suggest}>{t('suggestLevels')}</Button>
        </div>
      )}
      <EditableList
        path="target.rubric"
        items={target.levels}
        onChange={(levels) => change({ levels })}
        noun={t('rubricLevel')}
        nameOf={({ name }, index) => name || `${t('rubricLevel')} ${index + 1}`}
        create={() => ({ id: newId(), name: '', description: '' })}
        ordered
      >
        {(level, edit, index) => (
          <Split gap="normal">
            <FormText
              path={`target.rubric.${index}.name`}
              label={t('levelName')}
              value={level.name}
              onChange={(name) => edit({ name })}
            />
            <FormText
              path={`target.rubric.${index}.description`}
              label={t('levelDescription')}
              optional
              value={level.description}
              onChange={(description) => edit({ description })}
            />
          </Split>
        )}
      </EditableList>
      <FormSelect
        path="target.agreedLevelId"
        label={t('agreedLevel')}
        value={target.agreedLevelId}
        emptyLabel=""
        options={target.levels.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(agreedLevelId) => change({ agreedLevelId })}
      />
      <FormArea
        path="target.evidenceKinds"
        label={t('evidenceKinds')}
        hint={t('evidenceKindsHint')}
        optional
        rows={2}
        value={target.evidenceKinds}
        onChange={(evidenceKinds) => change({ evidenceKinds })}
      />
    </Stack>
  );
}
