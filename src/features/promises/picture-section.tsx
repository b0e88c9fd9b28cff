import { sourceKinds } from '#domain/records/citizen-promise.ts';
import { sourceKindWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { editorWords } from './editor-messages.ts';
import { FormArea, FormDate, FormNumber, FormSelect, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { SourceForm } from './promise-form.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

/** The shared description of the problem, and what it rests on. */
export function PictureSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const shared = useWords(editorWords);
  return (
    <Section id="picture" title={t('picture')}>
      <Stack gap="loose">
        <FormArea
          path="summary"
          label={t('summary')}
          hint={shared('noNames')}
          optional
          limit={4000}
          rows={5}
          value={form.summary}
          onChange={(summary) => change({ summary })}
        />
        <Split gap="normal">
          <FormDate
            path="pictureSettledOn"
            label={t('pictureSettledOn')}
            hint={t('pictureHint')}
            optional
            value={form.pictureSettledOn ?? ''}
            onChange={(pictureSettledOn) => change({ pictureSettledOn })}
          />
          {form.pictureSettledOn && (
            <FormNumber
              path="pictureMonths"
              label={t('pictureMonths')}
              whole
              unit={t('monthsUnit')}
              value={form.pictureMonths ?? ''}
              onChange={(pictureMonths) => change({ pictureMonths })}
            />
          )}
        </Split>
        <EditableList<SourceForm>
          path="sources"
          items={form.sources}
          onChange={(sources) => change({ sources })}
          noun={t('source')}
          nameOf={({ title }, index) => title || `${t('source')} ${index + 1}`}
          create={() => ({ kind: 'survey', title: '', date: '', respondents: '', url: '' })}
          ordered
          folded
        >
          {(source, edit, index) => <SourceFields {...{ source, edit, index }} />}
        </EditableList>
      </Stack>
    </Section>
  );
}

interface SourceFieldsProps {
  readonly source: SourceForm;
  readonly edit: (fields: Partial<SourceForm>) => void;
  readonly index: number;
}

function SourceFields({ source, edit, index }: SourceFieldsProps) {
  const t = useWords(promiseEditorWords);
  const language = useLanguage();
  return (
    <>
      <FormText
        path={`sources.${index}.title`}
        label={t('sourceTitle')}
        value={source.title}
        onChange={(title) => edit({ title })}
      />
      <FormSelect
        path={`sources.${index}.kind`}
        label={t('sourceKind')}
        value={source.kind}
        options={sourceKinds.map((value) => ({ value, label: sourceKindWord(value, language) }))}
        onChange={(kind) => edit({ kind })}
      />
      <Split gap="normal">
        <FormDate
          path={`sources.${index}.date`}
          label={t('sourceDate')}
          optional
          value={source.date}
          onChange={(date) => edit({ date })}
        />
        <FormNumber
          path={`sources.${index}.respondents`}
          label={t('respondents')}
          optional
          whole
          value={source.respondents}
          onChange={(respondents) => edit({ respondents })}
        />
      </Split>
      <FormText
        path={`sources.${index}.url`}
        label={t('sourceLink')}
        optional
        value={source.url}
        onChange={(url) => edit({ url })}
      />
    </>
  );
}
