import { partyKinds } from '#domain/records/party.ts';
import { partyKindWord } from '#domain/wording/record-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Section } from '#ui/section.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { EditableList } from './editable-list.tsx';
import { FormCheck, FormSelect, FormText } from './form-fields.tsx';
import { promiseEditorWords } from './promise-editor-messages.ts';
import type { PartyForm } from './promise-form.ts';
import type { PromiseFormPart } from './promise-form-part.ts';

/** Police, municipality and the others who promise, with the units that are part of them. */
export function PartiesSection({ form, change }: PromiseFormPart) {
  const t = useWords(promiseEditorWords);
  const { newId } = useServices();
  return (
    <Section id="parties" title={t('parties')}>
      <Stack gap="loose">
        <p>{t('partyRemoval')}</p>
        <EditableList<PartyForm>
          path="parties"
          items={form.parties}
          onChange={(parties) => change({ parties: dropOrphans(parties) })}
          noun={t('party')}
          nameOf={({ name }, index) => name || `${t('party')} ${index + 1}`}
          create={() => ({ id: newId(), kind: 'municipal-unit', name: '', parentId: '', signatory: false })}
          ordered
          folded
        >
          {(party, edit, index) => <PartyFields {...{ party, edit, index }} parties={form.parties} />}
        </EditableList>
      </Stack>
    </Section>
  );
}

interface PartyFieldsProps {
  readonly party: PartyForm;
  readonly edit: (fields: Partial<PartyForm>) => void;
  readonly index: number;
  readonly parties: readonly PartyForm[];
}

function PartyFields({ party, edit, index, parties }: PartyFieldsProps) {
  const t = useWords(promiseEditorWords);
  const language = useLanguage();
  const parents = parties.filter(({ id, parentId }) => id !== party.id && parentId === '');
  return (
    <>
      <FormText
        path={`parties.${index}.name`}
        label={t('partyName')}
        value={party.name}
        onChange={(name) => edit({ name })}
      />
      <Split gap="normal">
        <FormSelect
          path={`parties.${index}.kind`}
          label={t('partyKind')}
          value={party.kind}
          options={partyKinds.map((value) => ({ value, label: partyKindWord(value, language) }))}
          onChange={(kind) => edit({ kind })}
        />
        <FormSelect
          path={`parties.${index}.parentId`}
          label={t('parent')}
          value={party.parentId}
          emptyLabel={t('noParent')}
          options={parents.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(parentId) => edit({ parentId })}
        />
      </Split>
      <FormCheck
        path={`parties.${index}.signatory`}
        label={t('signatory')}
        checked={party.signatory}
        onChange={(signatory) => edit({ signatory })}
      />
    </>
  );
}

/** A unit whose parent is gone stands on its own. */
const dropOrphans = (parties: readonly PartyForm[]): readonly PartyForm[] =>
  parties.map((party) =>
    party.parentId === '' || parties.some(({ id }) => id === party.parentId) ? party : { ...party, parentId: '' },
  );
