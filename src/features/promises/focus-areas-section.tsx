import { useServices } from '#features/services.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { editorWords } from './editor-messages.ts';
import { FormArea, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { FocusAreaForm } from './promise-form.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

/** The priorities of the promise, in their order. */
export function FocusAreasSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const { newId } = useServices();
  return (
    <Section id="focus-areas" title={t('focus-areas')}>
      <Stack gap="loose">
        <p>{t('focusAreaRemoval')}</p>
        <EditableList<FocusAreaForm>
          path="focusAreas"
          items={form.focusAreas}
          onChange={(focusAreas) => change({ focusAreas })}
          noun={t('focusArea')}
          nameOf={({ name }, index) => name || `${t('focusArea')} ${index + 1}`}
          create={() => ({ id: newId(), name: '', statement: '', themes: '', problem: '', causes: '' })}
          ordered
          folded
        >
          {(area, edit, index) => <FocusAreaFields {...{ area, edit, index }} />}
        </EditableList>
      </Stack>
    </Section>
  );
}

interface FocusAreaFieldsProps {
  readonly area: FocusAreaForm;
  readonly edit: (fields: Partial<FocusAreaForm>) => void;
  readonly index: number;
}

function FocusAreaFields({ area, edit, index }: FocusAreaFieldsProps) {
  const t = useWords(promiseEditorWords);
  const shared = useWords(editorWords);
  const hasDetails = Boolean(area.problem || area.causes || area.themes);
  return (
    <>
      <FormText
        path={`focusAreas.${index}.name`}
        label={t('focusAreaName')}
        value={area.name}
        onChange={(name) => edit({ name })}
      />
      <FormArea
        path={`focusAreas.${index}.statement`}
        label={t('statement')}
        optional
        limit={1000}
        rows={2}
        value={area.statement}
        onChange={(statement) => edit({ statement })}
      />
      <Disclosure
        summary={`${t('problem')}, ${t('causes').toLowerCase()}, ${t('themes').toLowerCase()}`}
        open={hasDetails}
      >
        <Stack>
          <FormArea
            path={`focusAreas.${index}.problem`}
            label={t('problem')}
            optional
            limit={1000}
            rows={2}
            value={area.problem}
            onChange={(problem) => edit({ problem })}
          />
          <FormArea
            path={`focusAreas.${index}.causes`}
            label={t('causes')}
            hint={shared('onePerLine')}
            optional
            rows={2}
            value={area.causes}
            onChange={(causes) => edit({ causes })}
          />
          <FormArea
            path={`focusAreas.${index}.themes`}
            label={t('themes')}
            hint={shared('onePerLine')}
            optional
            rows={2}
            value={area.themes}
            onChange={(themes) => edit({ themes })}
          />
        </Stack>
      </Disclosure>
    </>
  );
}
