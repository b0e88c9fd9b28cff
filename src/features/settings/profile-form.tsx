import { useState } from 'react';
import { screenText } from '#domain/screening/screen-text.ts';
import { findingMessage } from '#domain/wording/finding-words.ts';
import { roleWord } from '#domain/wording/history-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Profile } from '#storage/settings.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface ProfileFormProps {
  readonly onSave: (profile: Omit<Profile, 'id'>) => void;
  readonly onCancel: () => void;
}

const roles = ['editor', 'manager', 'reader', 'admin'] as const;

export function ProfileForm({ onSave, onCancel }: ProfileFormProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const [profile, setProfile] = useState<Omit<Profile, 'id'>>({ function: '', partyKind: 'police', role: 'editor' });
  const [isTried, setIsTried] = useState(false);
  const [finding] = screenText(profile.function, { today: clock.today() });
  const isBlocked = finding?.severity === 'block';
  const isMissing = profile.function.trim() === '';
  const message = finding && findingMessage(finding, language);

  const save = () => {
    setIsTried(true);
    if (!isMissing && !isBlocked) onSave({ ...profile, function: profile.function.trim() });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        <TextField
          label={t('profileFunction')}
          hint={t('profileFunctionHint')}
          value={profile.function}
          onChange={(text) => setProfile({ ...profile, function: text })}
          issue={isBlocked ? message : isTried && isMissing && t('functionMissing')}
          warning={isBlocked ? undefined : message}
        />
        <ChoiceChips
          label={t('profileParty')}
          value={profile.partyKind}
          onChange={(partyKind) => setProfile({ ...profile, partyKind })}
          options={[
            { value: 'police', label: t('partyPolice') },
            { value: 'municipality', label: t('partyMunicipality') },
            { value: 'other', label: t('partyOther') },
          ]}
        />
        <SelectField
          label={t('profileRole')}
          value={profile.role}
          onChange={(role) => setProfile({ ...profile, role: role as Profile['role'] })}
          options={roles.map((role) => ({ value: role, label: roleWord(role, language) }))}
        />
        <Cluster>
          <Button type="submit" kind="primary">
            {t('profileSave')}
          </Button>
          <Button kind="quiet" onClick={onCancel}>
            {t('profileCancel')}
          </Button>
        </Cluster>
      </Stack>
    </form>
  );
}
