import { feedbackChannelKinds, followUpCadences } from '#domain/records/citizen-promise.ts';
import { cadenceWord, channelKindWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { FormDate, FormSelect, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { PromiseForm } from './promise-form.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

/** When the parties look back together. */
export function FollowUpSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const language = useLanguage();
  return (
    <Section id="follow-up" title={t('follow-up')}>
      <Stack gap="loose">
        <FormSelect
          path="cadence"
          label={t('cadence')}
          value={form.cadence}
          options={followUpCadences.map((value) => ({ value, label: cadenceWord(value, language) }))}
          onChange={(cadence) => change({ cadence })}
        />
        <FormText
          path="followUpStatement"
          label={t('followUpStatement')}
          optional
          value={form.followUpStatement}
          onChange={(followUpStatement) => change({ followUpStatement })}
        />
        <EditableList<{ readonly day: string }>
          path="dueDates"
          items={form.dueDates.map((day) => ({ day }))}
          onChange={(days) => change({ dueDates: days.map(({ day }) => day) })}
          noun={t('dueDate')}
          nameOf={({ day }, index) => day || `${t('dueDate')} ${index + 1}`}
          create={() => ({ day: '' })}
        >
          {({ day }, edit, index) => (
            <FormDate
              path={`dueDates.${index}`}
              label={t('day')}
              value={day}
              onChange={(next) => edit({ day: next })}
            />
          )}
        </EditableList>
      </Stack>
    </Section>
  );
}

/** How residents and staff are told how it goes. */
export function FeedbackSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const language = useLanguage();
  return (
    <Section id="feedback" title={t('feedback')}>
      <Stack>
        <EditableList<PromiseForm['channels'][number]>
          path="channels"
          items={form.channels}
          onChange={(channels) => change({ channels: [...channels] })}
          noun={t('channel')}
          nameOf={({ name }, index) => name || `${t('channel')} ${index + 1}`}
          create={() => ({ kind: 'municipality-website', name: '' })}
        >
          {(channel, edit, index) => (
            <Split gap="normal">
              <FormSelect
                path={`channels.${index}.kind`}
                label={t('channelKind')}
                value={channel.kind}
                options={feedbackChannelKinds.map((value) => ({ value, label: channelKindWord(value, language) }))}
                onChange={(kind) => edit({ kind })}
              />
              <FormText
                path={`channels.${index}.name`}
                label={t('channelName')}
                value={channel.name}
                onChange={(name) => edit({ name })}
              />
            </Split>
          )}
        </EditableList>
      </Stack>
    </Section>
  );
}
