import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { promiseKinds } from '#domain/records/citizen-promise.ts';
import { type PartyKind, partyKinds } from '#domain/records/party.ts';
import { partyKindWord, promiseKindWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Split } from '#ui/split.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import styles from './reading.module.css';
import { orAbsent, type RowFormPart } from './row-form-part.ts';
import { rowWords } from './row-messages.ts';
import { AmountField, ScreenedField } from './screened-fields.tsx';

export function TitleFields({ row: { value }, change }: RowFormPart<'title'>) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <Stack>
      <ScreenedField label={t('title')} value={value.title} onChange={(title) => change({ title })} />
      <SelectField
        label={t('promiseKind')}
        value={value.kind}
        options={promiseKinds.map((kind) => ({ value: kind, label: promiseKindWord(kind, language) }))}
        onChange={(kind) => change({ kind: kind as CitizenPromise['kind'] })}
      />
      <ScreenedField
        label={t('agreement')}
        optional
        value={value.agreement ?? ''}
        onChange={(agreement) => change({ agreement: orAbsent(agreement) })}
      />
      <ScreenedField
        label={t('programme')}
        optional
        value={value.programme ?? ''}
        onChange={(programme) => change({ programme: orAbsent(programme) })}
      />
    </Stack>
  );
}

/** A municipality, a police area or a focus area: a name and nothing else. */
export function NameFields({
  row,
  change,
}: {
  readonly row: {
    readonly kind: 'municipality' | 'police-area' | 'focus-area';
    readonly value: { readonly name: string };
  };
  readonly change: (value: { readonly name: string }) => void;
}) {
  const t = useWords(rowWords);
  return <ScreenedField label={t(row.kind)} names value={row.value.name} onChange={(name) => change({ name })} />;
}

export function PartyFields({ row: { id, value }, draft, change }: RowFormPart<'party'>) {
  const t = useWords(rowWords);
  const language = useLanguage();
  const others = draft.parties.filter((party) => party.id !== id && party.parentId !== id);
  return (
    <Stack>
      <ScreenedField label={t('name')} names value={value.name} onChange={(name) => change({ name })} />
      <SelectField
        label={t('kindOfParty')}
        value={value.kind}
        options={partyKinds.map((kind) => ({ value: kind, label: partyKindWord(kind, language) }))}
        onChange={(kind) => change({ kind: kind as PartyKind })}
      />
      <SelectField
        label={t('parent')}
        value={value.parentId ?? ''}
        emptyLabel={t('noParent')}
        options={others.map((party) => ({ value: party.id, label: party.name }))}
        onChange={(parentId) => change({ parentId: orAbsent(parentId) })}
      />
      <Checkbox label={t('gives')} checked={value.signatory} onChange={(signatory) => change({ signatory })} />
    </Stack>
  );
}

const bases = ['dates', 'signing', 'open'] as const;

export function PeriodRowFields({ row: { value }, change }: RowFormPart<'period'>) {
  const t = useWords(rowWords);
  const start = value.fromSigning ? 'signing' : 'dates';
  return (
    <Stack>
      {value.basis && <p className={styles.quiet}>{t('basis', { words: value.basis })}</p>}
      <ChoiceChips
        label={t('holds')}
        value={value.openEnd ? 'open' : start}
        options={bases.map((basis) => ({ value: basis, label: t(basis) }))}
        onChange={(basis) =>
          change({ fromSigning: basis === 'signing' || undefined, openEnd: basis === 'open' || undefined })
        }
      />
      {value.fromSigning ? (
        <AmountField label={t('months')} whole amount={value.months} onAmount={(months) => change({ months })} />
      ) : (
        <Split gap="normal">
          <LazyDateField
            label={t('firstDay')}
            optional
            value={value.from ?? ''}
            onChange={(from) => change({ from: orAbsent(from), months: undefined })}
          />
          {!value.openEnd && (
            <LazyDateField
              label={t('lastDay')}
              optional
              value={value.to ?? ''}
              onChange={(to) => change({ to: orAbsent(to), months: undefined })}
            />
          )}
        </Split>
      )}
      <LazyDateField
        label={t('signedOn')}
        optional
        value={value.signedOn ?? ''}
        onChange={(signedOn) => change({ signedOn: orAbsent(signedOn) })}
      />
    </Stack>
  );
}
