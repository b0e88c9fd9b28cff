import { useIntl } from 'react-intl';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** The day when somebody last went through the app against WCAG 2.2 AA; change it when that is done again. */
const assessedOn = '2026-11-21';

/** Tillgänglighetsredogörelse, with the parts that the supervising agency (Digg) lists. */
export function AccessibilityPage() {
  const t = useWords(words);
  const intl = useIntl();
  return (
    <>
      <title>{`${t('accessTitle')} · ${t('appName')}`}</title>
      <PageHeader title={t('accessTitle')} lead={<p>{t('accessLead')}</p>} />
      <Section title={t('accessHowTitle')}>
        <p>{t('accessHowText')}</p>
      </Section>
      <Section title={t('accessGapsTitle')}>
        <ul>
          <li>{t('accessGapOne')}</li>
          <li>{t('accessGapTwo')}</li>
          <li>{t('accessGapThree')}</li>
        </ul>
      </Section>
      <Section title={t('accessContactTitle')}>
        <p>{t('accessContactText')}</p>
      </Section>
      <Section title={t('accessSupervisionTitle')}>
        <p>{t('accessSupervisionText')}</p>
      </Section>
      <Section title={t('accessTestedTitle')}>
        <p>{t('accessTestedText')}</p>
        <p>{t('accessDateText', { date: intl.formatDate(assessedOn, { dateStyle: 'long', timeZone: 'UTC' }) })}</p>
      </Section>
    </>
  );
}
