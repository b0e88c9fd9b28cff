import { useState } from 'react';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import type { Act } from './act.ts';
import { SignatureForm } from './signature-form.tsx';
import { signatureWords } from './signature-messages.ts';

interface ActFormProps {
  readonly promise: Pick<CitizenPromise, 'parties'>;
  readonly label: string;
  readonly userId: string | undefined;
  /** The party that is proposed, by its place among those who sign. */
  readonly partyIndex: number;
  /** Whose profile may not be used again. */
  readonly usedProfileId?: string | undefined;
  /** Out: why not, in words, or undefined when it is done. */
  readonly onAct: (act: Act) => Promise<string | undefined>;
}

/** Somebody hands in, approves or withdraws, for their party and with their function. */
export function ActForm({ promise, label, userId, partyIndex, usedProfileId, onAct }: ActFormProps) {
  const t = useWords(signatureWords);
  const signing = promise.parties.filter(({ signatory }) => signatory);
  const parties = signing.length > 0 ? signing : promise.parties;
  const [chosen, setChosen] = useState<string>();
  const party = parties.find(({ id }) => id === chosen) ?? parties[partyIndex] ?? parties[0];
  if (party === undefined) return null;
  return (
    <Stack readable>
      <SelectField
        label={t('party')}
        value={party.id}
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <SignatureForm
        key={party.id}
        party={party}
        signatures={usedProfileId === undefined ? [] : [{ partyId: '', profileId: usedProfileId }]}
        label={label}
        onSign={(profile, functionName) => onAct({ profile, partyId: party.id, function: functionName, userId })}
      />
    </Stack>
  );
}
