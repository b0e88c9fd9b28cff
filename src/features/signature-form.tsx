import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Party } from '#domain/records/party.ts';
import { findSignerRefusal, toSignerKind } from '#domain/records/signer.ts';
import { type JoinedServer, readJoinedServer } from '#storage/joined-server.ts';
import type { Profile } from '#storage/settings.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { useServices } from './services.ts';
import { signatureWords } from './signature-messages.ts';
import { useSettings } from './use-settings.ts';

interface SignatureFormProps {
  readonly party: Party;
  /** Those that stand: one profile signs once. */
  readonly signatures: readonly { readonly partyId: string; readonly profileId: string }[];
  /** What the button says; without it, that one signs for the party. */
  readonly label?: string | undefined;
  /**
   * Signs. `vouched`: the profile is the account that this device shares as, and the server holds it to that.
   * Out: why not, in words, or undefined when it is done.
   */
  readonly onSign: (profile: Profile, functionName: string, vouched: boolean) => Promise<string | undefined>;
}

/** Whoever is signed in signs; on a device alone one of its profiles does. */
export function SignatureForm(props: SignatureFormProps) {
  const { db } = useServices();
  const { data: joined } = useQuery({
    queryKey: ['meta', 'joined'],
    queryFn: async () => (await readJoinedServer(db)) ?? null,
  });
  if (joined === undefined) return null;
  return joined ? <AccountForm {...props} joined={joined} /> : <ProfileForm {...props} />;
}

/** One account signs once: the other party signs on a device of its own. */
function AccountForm({
  party,
  signatures,
  label,
  onSign,
  joined,
}: SignatureFormProps & { readonly joined: JoinedServer }) {
  const t = useWords(signatureWords);
  const [role, setRole] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const profile: Profile = {
    id: joined.userId,
    function: role.trim(),
    partyKind: toSignerKind(party.kind),
    role: 'manager',
  };
  const refused = findSignerRefusal(signatures, party, profile);
  if (refused === 'same-profile') return <p>{t('same-account')}</p>;
  const sign = async () => setRefusal(role.trim() === '' ? t('functionRequired') : await onSign(profile, role, true));
  return (
    <Stack>
      <p>{t('signsAs', { name: joined.userName })}</p>
      <TextField label={t('function')} hint={t('functionHint')} issue={refusal} value={role} onChange={setRole} />
      <div>
        <Button kind="primary" onClick={() => sign().catch(setFault)}>
          {label ?? t('sign', { party: party.name })}
        </Button>
      </div>
    </Stack>
  );
}

/** A profile of this device signs with its function. One that is missing is made by writing the function. */
function ProfileForm({ party, signatures, label, onSign }: SignatureFormProps) {
  const t = useWords(signatureWords);
  const services = useServices();
  const { settings, profile: current, change } = useSettings();
  const usable = settings.profiles.filter((profile) => !findSignerRefusal(signatures, party, profile));
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
      partyKind: toSignerKind(party.kind),
      role: 'manager' as const,
    };
    if (!profile) await change({ profiles: [...settings.profiles, signer] });
    setRefusal(await onSign(signer, role, false));
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
          {label ?? t('sign', { party: party.name })}
        </Button>
      </div>
    </Stack>
  );
}
