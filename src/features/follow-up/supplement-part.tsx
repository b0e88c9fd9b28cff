import { useState } from 'react';
import { listSigningParties } from '#domain/follow-up/frozen-report.ts';
import { listLaterMeasurements, listSupplements } from '#domain/follow-up/supplements.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { acceptFindingWord, findingMessage } from '#domain/wording/finding-words.ts';
import { formatNumber } from '#domain/wording/numbers.ts';
import { supplementWords } from '#domain/wording/report-supplement-words.ts';
import { useServices } from '#features/services.ts';
import { SignatureForm } from '#features/signature-form.tsx';
import { useDraft } from '#features/use-draft.ts';
import { useLanguage } from '#features/use-language.ts';
import { useMayDecide } from '#features/use-may-decide.ts';
import type { Row } from '#storage/database.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { useWords } from '#ui/words.ts';
import { addSupplement, longestSupplement } from './change-follow-up.ts';
import { words } from './messages.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import type { Change } from './use-change.ts';

interface SupplementProps {
  readonly records: FollowUpRecords;
  readonly row: Row<'followUps'>;
  readonly change: Change;
}

/** What became known after the seal, beside the report that stays as it is. */
export function SupplementPart(props: SupplementProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { records, row } = props;
  const { id: promiseId, parties } = records.overview.promise;
  const mayDecide = useMayDecide(promiseId);
  const nameOf = (partyId: string) => parties.find(({ id }) => id === partyId)?.name ?? '';
  const own = supplementWords(language);
  const supplements = listSupplements(row);
  return (
    <Section title={t('supplements')} aside={supplements.length || undefined}>
      <Stack>
        <p>{t('supplementsLead')}</p>
        {supplements.length === 0 && <p>{t('supplementNone')}</p>}
        {supplements.map(({ id, text, on, function: role, partyId, vouched }, index) => (
          <article key={id}>
            <h3>{own.heading(index + 1, formatDateWithYear(on, language))}</h3>
            <p>{text}</p>
            <p>{own.signed(role, nameOf(partyId), formatDateWithYear(on, language), vouched ?? false)}</p>
          </article>
        ))}
        {mayDecide && (
          <Disclosure summary={t('supplementNew')}>
            <SupplementForm key={supplements.length} {...props} />
          </Disclosure>
        )}
      </Stack>
    </Section>
  );
}

interface Draft {
  readonly text: string;
  readonly accepted: readonly string[];
  /** Measurements that shall not go with it. */
  readonly without: readonly string[];
  readonly partyId: string;
}

/** Every keystroke is kept. */
function SupplementForm({ records, row, change }: SupplementProps) {
  const t = useWords(words);
  const language = useLanguage();
  const services = useServices();
  const { overview } = records;
  const parties = listSigningParties(overview.promise);
  const draftKey = `followUps:${row.id}/supplement`;
  const initial: Draft = { text: '', accepted: [], without: [], partyId: parties[0]?.id ?? '' };
  const draft = useDraft<Draft>(draftKey, initial);
  const value = draft.value ?? initial;
  const edit = (fields: Partial<Draft>) => draft.change({ ...value, ...fields });
  const party = parties.find(({ id }) => id === value.partyId) ?? parties[0];
  const later = listLaterMeasurements(overview.measurements, overview.goals, row);
  const [first, ...others] = screenText(value.text, { today: services.clock.today(), accepted: value.accepted });
  const block = [first, ...others].find((finding) => finding?.severity === 'block');
  const [wasTried, setWasTried] = useState(false);
  const isEmpty = wasTried && value.text.trim() === '';
  return (
    <Stack>
      <TextArea
        label={t('supplementText')}
        hint={t('supplementHint')}
        value={value.text}
        readOnly={draft.value === undefined}
        limit={value.text.length > longestSupplement * 0.7 ? longestSupplement : undefined}
        issue={
          (block && `”${block.match}”: ${findingMessage(block, language)}`) ||
          (isEmpty ? t('text-required') : undefined)
        }
        warning={!block && first ? `”${first.match}”: ${findingMessage(first, language)}` : undefined}
        onChange={(text) => edit({ text })}
      />
      {first && (
        <div>
          <Button kind="quiet" onClick={() => edit({ accepted: [...value.accepted, first.match] })}>
            {acceptFindingWord(first.kind, language)}
          </Button>
        </div>
      )}
      <LaterMeasurements
        records={records}
        later={later}
        without={value.without}
        onChange={(without) => edit({ without })}
      />
      {parties.length > 1 && (
        <SelectField
          label={t('supplementParty')}
          value={party?.id ?? ''}
          options={parties.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(partyId) => edit({ partyId })}
        />
      )}
      <p>{t('supplementForGood')}</p>
      {party && (
        <SignatureForm
          key={party.id}
          party={party}
          signatures={[]}
          label={t('supplementSign')}
          onSign={async (profile, role, vouched) => {
            setWasTried(true);
            const measurements = later.filter(({ id }) => !value.without.includes(id));
            const signing = { party, profile, function: role, vouched };
            const { text, accepted } = value;
            return await change(addSupplement(services, row, { text, accepted, measurements, draftKey }, signing));
          }}
        />
      )}
    </Stack>
  );
}

interface LaterMeasurementsProps extends Pick<SupplementProps, 'records'> {
  readonly later: readonly Measurement[];
  readonly without: readonly string[];
  readonly onChange: (without: readonly string[]) => void;
}

function LaterMeasurements({ records: { followUp }, later, without, onChange }: LaterMeasurementsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const day = formatDateWithYear(followUp.snapshot?.asOf ?? '', language);
  if (later.length === 0) return <p>{t('supplementNoMeasured', { day })}</p>;
  const name = ({ indicator, value, date, period }: Measurement) =>
    `${indicator.name}: ${formatNumber(value)} ${indicator.unit}, ${formatDateWithYear(date ?? period?.to ?? '', language)}`;
  return (
    <fieldset>
      <legend>{t('supplementMeasured', { day })}</legend>
      {later.map((measurement) => (
        <Checkbox
          key={measurement.id}
          label={name(measurement)}
          checked={!without.includes(measurement.id)}
          onChange={(goes) =>
            onChange(goes ? without.filter((id) => id !== measurement.id) : [...without, measurement.id])
          }
        />
      ))}
    </fieldset>
  );
}
