import { promiseKinds, promiseStatuses } from '#domain/records/citizen-promise.ts';
import { promiseKindWord, promiseStatusWord, visibilityWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { FormSelect, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

const visibilities = ['internal', 'partners', 'public', 'protected'] as const;

/** Name, status and how the promise is kept on file. */
export function BasicsSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const language = useLanguage();
  return (
    <Section id="basics" title={t('basics')}>
      <Stack>
        <FormText path="title" label={t('promiseTitle')} value={form.title} onChange={(title) => change({ title })} />
        <Split gap="normal">
          <FormSelect
            path="status"
            label={t('status')}
            value={form.status}
            options={promiseStatuses.map((value) => ({ value, label: promiseStatusWord(value, language) }))}
            onChange={(status) => change({ status })}
          />
          <FormSelect
            path="visibility"
            label={t('visibility')}
            value={form.visibility}
            options={visibilities.map((value) => ({ value, label: visibilityWord(value, language) }))}
            onChange={(visibility) => change({ visibility })}
          />
        </Split>
        <Split gap="normal">
          <FormSelect
            path="kind"
            label={t('kind')}
            value={form.kind}
            options={promiseKinds.map((value) => ({ value, label: promiseKindWord(value, language) }))}
            onChange={(kind) => change({ kind })}
          />
          <FormText
            path="registryNumber"
            label={t('registryNumber')}
            optional
            value={form.registryNumber}
            onChange={(registryNumber) => change({ registryNumber })}
          />
        </Split>
        <FormText
          path="sourceUrl"
          label={t('sourceUrl')}
          optional
          value={form.sourceUrl}
          onChange={(sourceUrl) => change({ sourceUrl })}
        />
      </Stack>
    </Section>
  );
}
