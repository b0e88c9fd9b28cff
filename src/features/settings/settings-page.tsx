import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import { versionNumber } from '#features/version-number.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { LinkList } from '#ui/link-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { SwitchField } from '#ui/switch-field.tsx';
import { useWords } from '#ui/words.ts';
import { ExampleSettings } from './example-settings.tsx';
import { words } from './messages.ts';
import { ProfileSettings } from './profile-settings.tsx';
import { SharingSettings } from './sharing-settings.tsx';

/** Inställningar: every change holds at once, on this device. */
export function SettingsPage() {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('title')} · ${t('appName')}`}</title>
      <PageHeader title={t('title')} lead={<p>{t('lead')}</p>} />
      <Appearance />
      <Field />
      <ProfileSettings />
      <SharingSettings />
      <Keys />
      <ExampleSettings />
      <Version />
      <Section title={t('moreTitle')}>
        <LinkList
          items={[
            { key: 'storage', link: <Link to={paths.storage()}>{t('storage')}</Link>, text: t('storageText') },
            {
              key: 'protection',
              link: <Link to={paths.protection()}>{t('protection')}</Link>,
              text: t('protectionText'),
            },
          ]}
        />
      </Section>
    </>
  );
}

function Appearance() {
  const t = useWords(words);
  const { settings, change } = useSettings();
  return (
    <Section title={t('lookTitle')}>
      <Stack gap="loose">
        <ChoiceChips
          label={t('language')}
          value={settings.language}
          onChange={(language) => change({ language })}
          options={[
            { value: 'sv', label: t('swedish') },
            { value: 'en', label: t('english') },
          ]}
        />
        <ChoiceChips
          label={t('theme')}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
          options={[
            { value: 'system', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
        />
        <ChoiceChips
          label={t('textSize')}
          value={settings.textSize}
          onChange={(textSize) => change({ textSize })}
          options={[
            { value: 'normal', label: t('textNormal') },
            { value: 'large', label: t('textLarge') },
            { value: 'larger', label: t('textLargest') },
          ]}
        />
      </Stack>
    </Section>
  );
}

function Field() {
  const t = useWords(words);
  const { settings, change } = useSettings();
  return (
    <Section title={t('fieldTitle')}>
      <Stack gap="loose">
        <SwitchField
          label={t('gloves')}
          hint={t('glovesHint')}
          checked={settings.gloves}
          onChange={(gloves) => change({ gloves })}
        />
        <SwitchField label={t('sun')} hint={t('sunHint')} checked={settings.sun} onChange={(sun) => change({ sun })} />
        <ChoiceChips
          label={t('startPage')}
          value={settings.startPage}
          onChange={(startPage) => change({ startPage })}
          options={[
            { value: 'by-device', label: t('startByDevice') },
            { value: 'logging', label: t('startLogging') },
            { value: 'overview', label: t('startOverview') },
          ]}
        />
      </Stack>
    </Section>
  );
}

function Keys() {
  const t = useWords(words);
  const { settings, change } = useSettings();
  return (
    <Section title={t('keysTitle')}>
      <SwitchField
        label={t('singleKeys')}
        hint={t('singleKeysHint')}
        checked={settings.singleKeys}
        onChange={(singleKeys) => change({ singleKeys })}
      />
    </Section>
  );
}

function Version() {
  const t = useWords(words);
  const { appVersion } = useServices();
  const state = useSyncExternalStore(appVersion.subscribe, appVersion.getState);
  return (
    <Section title={t('versionTitle')}>
      <Stack>
        <p>
          {t('version', { version: versionNumber })} {t(`shell-${state}`)}
        </p>
        {state === 'update-waiting' && (
          <div>
            <Button onClick={appVersion.applyUpdate}>{t('update')}</Button>
          </div>
        )}
      </Stack>
    </Section>
  );
}
