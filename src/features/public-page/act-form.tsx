import { useState } from 'react';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { SignatureForm } from '#features/signature-form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { PublicAct, PublishOutcome } from './publish-page.ts';

interface ActFormProps {
  readonly promise: CitizenPromise;
  readonly label: string;
  readonly userId: string | undefined;
  /** The party that is proposed, by its place among those who sign. */
  readonly partyIndex: number;
  /** Whose profile may not be used again. */
  readonly usedProfileId?: string | undefined;
  readonly onAct: (act: PublicAct) => Promise<PublishOutcome>;
}

/** Somebody hands in or approves, for their party and with their function. */
export function ActForm({ promise, label, userId, partyIndex, usedProfileId, onAct }: ActFormProps) {
  const t = useWords(words);
  const parties = promise.parties.filter(({ signatory }) => signatory);
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
        onSign={async (profile, functionName) => {
          const outcome = await onAct({ profile, partyId: party.id, function: functionName, userId });
          return outcome.kind === 'refused' ? t(outcome.reason) : undefined;
        }}
      />
    </Stack>
  );
}
