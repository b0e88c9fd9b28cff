import { versionNumber } from '#features/version-number.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

export function AboutPage() {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('aboutTitle')} · ${t('appName')}`}</title>
      <PageHeader title={t('aboutTitle')} lead={<p>{t('aboutLead')}</p>} />
      <Section title={t('privacyTitle')}>
        <p>{t('privacyText')}</p>
      </Section>
      <Section title={t('versionTitle')}>
        <p>{t('versionText', { version: versionNumber })}</p>
      </Section>
      <Section title={t('licenceTitle')}>
        <p>{t('licenceText')}</p>
      </Section>
      <Section title={t('partsTitle')}>
        <p>{t('partsText')}</p>
      </Section>
    </>
  );
}
