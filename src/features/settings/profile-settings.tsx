import { useState } from 'react';
import { roleWord } from '#domain/wording/history-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useSettings } from '#features/use-settings.ts';
import type { Profile } from '#storage/settings.ts';
import { Button } from '#ui/button.tsx';
import { RadioCards } from '#ui/radio-cards.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { ProfileForm } from './profile-form.tsx';

/** Who logs and signs here while there is no server: a function of a party, never a name (model section 5). */
export function ProfileSettings() {
  const t = useWords(words);
  const language = useLanguage();
  const { newId } = useServices();
  const { settings, profile, change } = useSettings();
  const [isAdding, setIsAdding] = useState(false);
  const [said, setSaid] = useState<'profileSaved' | 'profileRemoved' | undefined>();

  const add = async (fields: Omit<Profile, 'id'>) => {
    const added: Profile = { ...fields, id: newId() };
    await change({ profiles: [...settings.profiles, added], currentProfileId: added.id });
    setIsAdding(false);
    setSaid('profileSaved');
  };
  const remove = async (id: string) => {
    const profiles = settings.profiles.filter((kept) => kept.id !== id);
    await change({ profiles, currentProfileId: profiles[0]?.id });
    setSaid('profileRemoved');
  };
  const describe = (described: Profile) =>
    [t(partyWords[described.partyKind]), roleWord(described.role, language), t('profileUnsigned')].join(' · ');

  return (
    <Section title={t('profileTitle')}>
      <Stack>
        <p>{t('profileText')}</p>
        {settings.profiles.length === 0 && !isAdding && <p>{t('profileNone')}</p>}
        {settings.profiles.length > 0 && (
          <RadioCards
            label={t('profileUse')}
            value={profile?.id ?? null}
            onChange={(currentProfileId) => change({ currentProfileId })}
            options={settings.profiles.map((shown) => ({
              value: shown.id,
              title: shown.function,
              detail: describe(shown),
            }))}
          />
        )}
        {isAdding ? (
          <ProfileForm onSave={add} onCancel={() => setIsAdding(false)} />
        ) : (
          <div>
            <Button onClick={() => setIsAdding(true)}>{t('profileAdd')}</Button>
            {profile && (
              <Button kind="quiet" onClick={() => remove(profile.id)}>
                {t('profileRemove')}
              </Button>
            )}
          </div>
        )}
        <p role="status">{said && t(said)}</p>
      </Stack>
    </Section>
  );
}

const partyWords = { police: 'partyPolice', municipality: 'partyMunicipality', other: 'partyOther' } as const;
