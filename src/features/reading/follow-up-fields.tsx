import type { DraftChannel, DraftSource } from '#domain/reading/promise-draft.ts';
import { findSignedParty } from '#domain/reading/to-promise.ts';
import {
  type CitizenPromise,
  feedbackChannelKinds,
  followUpCadences,
  sourceKinds,
} from '#domain/records/citizen-promise.ts';
import { cadenceWord, channelKindWord, sourceKindWord } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { orAbsent, type RowFormPart } from './row-form-part.ts';
import { rowWords } from './row-messages.ts';
import { AmountField, ScreenedArea, ScreenedField } from './screened-fields.tsx';

export function PictureFields({ row: { value }, change }: RowFormPart<'picture'>) {
  const t = useWords(rowWords);
  return <ScreenedArea label={t('summary')} value={value.summary} onChange={(summary) => change({ summary })} />;
}

export function SourceFields({ row: { value }, change }: RowFormPart<'source'>) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <Stack>
      <ScreenedField label={t('sourceTitle')} value={value.title} onChange={(title) => change({ title })} />
      <SelectField
        label={t('sourceKind')}
        value={value.kind}
        options={sourceKinds.map((kind) => ({ value: kind, label: sourceKindWord(kind, language) }))}
        onChange={(kind) => change({ kind: kind as DraftSource['kind'] })}
      />
      <AmountField
        label={t('respondentCount')}
        optional
        whole
        amount={value.respondents}
        onAmount={(respondents) => change({ respondents })}
      />
    </Stack>
  );
}

type Cadence = CitizenPromise['followUpPlan']['cadence'];

export function FollowUpFields({ row: { value }, change }: RowFormPart<'follow-up'>) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <Stack>
      <SelectField
        label={t('cadence')}
        value={value.cadence ?? ''}
        emptyLabel={t('noCadence')}
        options={followUpCadences.map((cadence) => ({ value: cadence, label: cadenceWord(cadence, language) }))}
        onChange={(cadence) => change({ cadence: orAbsent(cadence as Cadence | '') })}
      />
      <ScreenedArea
        label={t('statement')}
        optional
        value={value.statement ?? ''}
        onChange={(statement) => change({ statement: orAbsent(statement) })}
      />
    </Stack>
  );
}

export function ChannelFields({ row: { value }, change }: RowFormPart<'channel'>) {
  const t = useWords(rowWords);
  const language = useLanguage();
  return (
    <Stack>
      <ScreenedField label={t('channelName')} value={value.name} onChange={(name) => change({ name })} />
      <SelectField
        label={t('channelKind')}
        value={value.kind}
        options={feedbackChannelKinds.map((kind) => ({ value: kind, label: channelKindWord(kind, language) }))}
        onChange={(kind) => change({ kind: kind as DraftChannel['kind'] })}
      />
    </Stack>
  );
}

export function SignatoryFields({ row: { value }, draft, change }: RowFormPart<'signatory'>) {
  const t = useWords(rowWords);
  return (
    <Stack>
      <ScreenedField label={t('role')} value={value.role} onChange={(role) => change({ role })} />
      <ScreenedField
        label={t('personName')}
        optional
        names
        value={value.name ?? ''}
        onChange={(name) => change({ name: orAbsent(name) })}
      />
      <SelectField
        label={t('signs')}
        value={findSignedParty(value, draft.parties) ?? ''}
        emptyLabel={t('chooseParty')}
        options={draft.parties.map((party) => ({ value: party.id, label: party.name }))}
        onChange={(partyId) => change({ partyId: orAbsent(partyId) })}
      />
      <Checkbox label={t('acting')} checked={value.acting ?? false} onChange={(acting) => change({ acting })} />
    </Stack>
  );
}
