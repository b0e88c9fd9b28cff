import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { editorWords } from './editor-messages.ts';
import { FormArea, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

/** Several municipalities may share a promise, and one of the real ones never names any. */
export function PlacesSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const shared = useWords(editorWords);
  return (
    <Section id="places" title={t('places')}>
      <Stack gap="loose">
        <p>{t('municipalitiesHint')}</p>
        <EditableList
          path="municipalities"
          items={form.municipalities}
          onChange={(municipalities) => change({ municipalities })}
          noun={t('municipality')}
          nameOf={({ name }, index) => name || `${t('municipality')} ${index + 1}`}
          create={() => ({ name: '', code: '' })}
        >
          {(municipality, edit, index) => (
            <Split gap="normal">
              <FormText
                path={`municipalities.${index}.name`}
                label={t('municipalityName')}
                value={municipality.name}
                onChange={(name) => edit({ name })}
              />
              <FormText
                path={`municipalities.${index}.code`}
                label={t('municipalityCode')}
                optional
                value={municipality.code}
                onChange={(code) => edit({ code })}
              />
            </Split>
          )}
        </EditableList>
        <FormArea
          path="policeAreas"
          label={t('policeAreas')}
          hint={shared('onePerLine')}
          optional
          rows={2}
          value={form.policeAreas}
          onChange={(policeAreas) => change({ policeAreas })}
        />
      </Stack>
    </Section>
  );
}
