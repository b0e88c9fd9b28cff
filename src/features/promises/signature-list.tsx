import { useState } from 'react';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Party } from '#domain/records/party.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useSettings } from '#features/use-settings.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { sealWords } from './seal-messages.ts';
import {
  findSignatureRefusal,
  type SignOutcome,
  signPromise,
  toProfileKind,
  withdrawSignature,
} from './seal-promise.ts';
import { isSealed } from './seal-rules.ts';

interface SignatureListProps {
  readonly promise: CitizenPromise;
  /** Nothing stands in the way of signing. */
  readonly canSign: boolean;
}

/** One block per party that signs: its signature, or the means to give it. */
export function SignatureList({ promise, canSign }: SignatureListProps) {
  return (
    <Stack gap="loose">
      {promise.parties
        .filter(({ signatory }) => signatory)
        .map((party) => (
          <Section key={party.id} level={3} title={party.name}>
            <PartySignature promise={promise} party={party} canSign={canSign} />
          </Section>
        ))}
    </Stack>
  );
}

interface PartySignatureProps extends SignatureListProps {
  readonly party: Party;
}

function PartySignature({ promise, party, canSign }: PartySignatureProps) {
  const t = useWords(sealWords);
  const language = useLanguage();
  const services = useServices();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const signature = promise.seal?.signatures.find(({ partyId }) => partyId === party.id);
  if (!signature) return canSign ? <SignatureForm promise={promise} party={party} /> : null;
  const withdraw = () => withdrawSignature(services, { promiseId: promise.id, partyId: party.id }).catch(setFault);
  return (
    <Stack>
      <p>{t('signed', { function: signature.function, day: formatDateWithYear(signature.signedOn, language) })}</p>
      {!isSealed(promise) && (
        <div>
          <Button onClick={() => void withdraw()}>{t('withdraw')}</Button>
        </div>
      )}
    </Stack>
  );
}

/** A profile of this device signs with its function. One that is missing is made by writing the function. */
function SignatureForm({ promise, party }: Omit<PartySignatureProps, 'canSign'>) {
  const t = useWords(sealWords);
  const services = useServices();
  const { settings, profile: current, change } = useSettings();
  const usable = settings.profiles.filter((profile) => !findSignatureRefusal(promise, party, profile));
  const [chosenId, setChosenId] = useState<string>();
  const [written, setWritten] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const preferred = usable.find(({ id }) => id === current?.id) ?? usable[0];
  const profile = chosenId === '' ? undefined : (usable.find(({ id }) => id === chosenId) ?? preferred);
  const role = written ?? profile?.function ?? '';

  const sign = async () => {
    if (role.trim() === '') {
      setRefusal(t('functionRequired'));
      return;
    }
    const signer = profile ?? {
      id: services.newId(),
      function: role.trim(),
      partyKind: toProfileKind(party.kind),
      role: 'manager' as const,
    };
    if (!profile) await change({ profiles: [...settings.profiles, signer] });
    const outcome = await signPromise(services, {
      promiseId: promise.id,
      partyId: party.id,
      function: role,
      profile: signer,
    });
    setRefusal(describeRefusal(outcome, t));
  };
  return (
    <Stack>
      {usable.length > 0 ? (
        <SelectField
          label={t('profile')}
          value={profile?.id ?? ''}
          emptyLabel={t('newProfile')}
          options={usable.map((option) => ({ value: option.id, label: option.function }))}
          onChange={(id) => {
            setChosenId(id);
            setWritten(undefined);
          }}
        />
      ) : (
        <p>{t('noProfile')}</p>
      )}
      <TextField label={t('function')} hint={t('functionHint')} issue={refusal} value={role} onChange={setWritten} />
      <div>
        <Button kind="primary" onClick={() => sign().catch(setFault)}>
          {t('sign', { party: party.name })}
        </Button>
      </div>
    </Stack>
  );
}

function describeRefusal(outcome: SignOutcome, t: ReturnType<typeof useWords<keyof typeof sealWords.sv>>) {
  if (outcome.kind === 'conflict') return t('conflict');
  if (outcome.kind === 'not-ready') return t('obstaclesChanged');
  if (outcome.kind === 'invalid') return t('functionRequired');
  if (outcome.kind !== 'refused') return undefined;
  return outcome.reason === 'sealed' ? t('refusedSealed') : t(outcome.reason);
}
