import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { editorWords } from './editor-messages.ts';
import { FormCheck, FormSelect, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { SignatoryForm } from './promise-form.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

/** Who signs, by function. The only place in the app where a person's name may be written. */
export function SignatoriesSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const shared = useWords(editorWords);
  const parties = form.parties.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section id="signatories" title={t('signatories')}>
      <Stack gap="loose">
        <p>{t('signatoriesHint')}</p>
        <EditableList<SignatoryForm>
          path="signatories"
          items={form.signatories}
          onChange={(signatories) => change({ signatories })}
          noun={t('signatoryNoun')}
          nameOf={({ role }, index) => role || `${t('signatoryNoun')} ${index + 1}`}
          create={() => ({ role: '', name: '', partyId: '', acting: false })}
          ordered
          folded
        >
          {(signatory, edit, index) => (
            <>
              <FormText
                path={`signatories.${index}.role`}
                label={t('role')}
                hint={t('roleHint')}
                value={signatory.role}
                onChange={(role) => edit({ role })}
              />
              <Split gap="normal">
                <FormSelect
                  path={`signatories.${index}.partyId`}
                  label={t('signatoryParty')}
                  value={signatory.partyId}
                  emptyLabel={shared('choose')}
                  options={parties}
                  onChange={(partyId) => edit({ partyId })}
                />
                <FormText
                  path={`signatories.${index}.name`}
                  label={t('signatoryName')}
                  optional
                  names
                  value={signatory.name}
                  onChange={(name) => edit({ name })}
                />
              </Split>
              <FormCheck
                path={`signatories.${index}.acting`}
                label={t('acting')}
                checked={signatory.acting}
                onChange={(acting) => edit({ acting })}
              />
            </>
          )}
        </EditableList>
      </Stack>
    </Section>
  );
}
