import { useState } from 'react';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Party } from '#domain/records/party.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useServices } from '#features/services.ts';
import { SignatureForm } from '#features/signature-form.tsx';
import { signatureWords } from '#features/signature-messages.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { sealWords } from './seal-messages.ts';
import { type SignOutcome, signPromise, withdrawSignature } from './seal-promise.ts';
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
  if (!signature) return canSign ? <PartyForm promise={promise} party={party} /> : null;
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

function PartyForm({ promise, party }: Omit<PartySignatureProps, 'canSign'>) {
  const t = useWords(sealWords);
  const signing = useWords(signatureWords);
  const services = useServices();
  return (
    <SignatureForm
      party={party}
      signatures={promise.seal?.signatures ?? []}
      onSign={async (profile, functionName) => {
        const given = { promiseId: promise.id, partyId: party.id, function: functionName, profile };
        return describeRefusal(await signPromise(services, given), t, signing);
      }}
    />
  );
}

function describeRefusal(
  outcome: SignOutcome,
  t: ReturnType<typeof useWords<keyof typeof sealWords.sv>>,
  signing: ReturnType<typeof useWords<keyof typeof signatureWords.sv>>,
) {
  if (outcome.kind === 'conflict') return t('conflict');
  if (outcome.kind === 'not-ready') return t('obstaclesChanged');
  if (outcome.kind === 'invalid') return signing('functionRequired');
  if (outcome.kind !== 'refused') return undefined;
  return outcome.reason === 'sealed' ? t('refusedSealed') : signing(outcome.reason);
}
