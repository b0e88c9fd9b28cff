/** Parameters of the kinds whose items have names or days: fixed occasions, a list to tick off, steps to a delivery. */
import { useServices } from '#features/services.ts';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { FormCheck, FormDate, FormText } from './form-fields.tsx';
import { SlotBuilder } from './slot-builder.tsx';
import { SlotList } from './slot-list.tsx';
import type { TargetFormPart } from './target-form-part.ts';
import { targetWords } from './target-messages.ts';
import { RequiredShare } from './target-share-fields.tsx';

export function ScheduleFields(part: TargetFormPart) {
  const { target, change } = part;
  const t = useWords(targetWords);
  return (
    <Stack gap="loose">
      <SlotBuilder {...part} />
      <SlotList slots={target.slots} onChange={(slots) => change({ slots })} />
      <FormText
        path="target.rule"
        label={t('rule')}
        optional
        value={target.rule}
        onChange={(rule) => change({ rule })}
      />
    </Stack>
  );
}

export function ChecklistFields(part: TargetFormPart) {
  const { target, change } = part;
  const t = useWords(targetWords);
  const { newId } = useServices();
  return (
    <Stack>
      <p>{t('memberHint')}</p>
      <EditableList
        path="target.members"
        items={target.members}
        onChange={(members) => change({ members })}
        noun={t('member')}
        nameOf={({ name }, index) => name || `${t('member')} ${index + 1}`}
        create={() => ({ id: newId(), name: '' })}
        ordered
      >
        {(member, edit, index) => (
          <FormText
            path={`target.members.${index}.name`}
            label={t('memberName')}
            value={member.name}
            onChange={(name) => edit({ name })}
          />
        )}
      </EditableList>
      <RequiredShare {...part} />
    </Stack>
  );
}

export function MilestoneFields({ target, change }: TargetFormPart) {
  const t = useWords(targetWords);
  const { newId } = useServices();
  return (
    <EditableList
      path="target.steps"
      items={target.steps}
      onChange={(steps) => change({ steps })}
      noun={t('step')}
      nameOf={({ name }, index) => name || `${t('step')} ${index + 1}`}
      create={() => ({ id: newId(), name: '', dueOn: '', allowsEffort: false })}
      ordered
    >
      {(step, edit, index) => (
        <>
          <Split gap="normal">
            <FormText
              path={`target.steps.${index}.name`}
              label={t('stepName')}
              value={step.name}
              onChange={(name) => edit({ name })}
            />
            <FormDate
              path={`target.steps.${index}.dueOn`}
              label={t('dueOn')}
              optional
              value={step.dueOn}
              onChange={(dueOn) => edit({ dueOn })}
            />
          </Split>
          <FormCheck
            path={`target.steps.${index}.allowsEffort`}
            label={t('allowsEffort')}
            checked={step.allowsEffort}
            onChange={(allowsEffort) => edit({ allowsEffort })}
          />
        </>
      )}
    </EditableList>
  );
}
